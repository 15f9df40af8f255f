import { useEffect, useRef, useState } from "react";
import { readPercent } from "#app/domain/exposure/read-duty-rows.ts";
import { type SharesSay, sharesSay } from "#app/domain/exposure/shares-say.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Said = { readonly stated: number; readonly says: SharesSay };

/** The sum of the shares and what becomes of the rest; with script it follows what is typed. */
export function DutiesSum(given: Said) {
  const t = useText(dutiesText);
  const f = useFormat();
  const box = useRef<HTMLOutputElement>(null);
  const [{ stated, says }, setSaid] = useState(given);
  useEffect(() => {
    const form = box.current?.form;
    if (form === null || form === undefined) return;
    const follow = () => setSaid(saidIn(new FormData(form)));
    form.addEventListener("input", follow);
    return () => form.removeEventListener("input", follow);
  }, []);
  const over = stated > 1.005;
  const share = f.share(stated, Number.isInteger(Math.round(stated * 1000) / 10) ? 0 : 1);
  return (
    <output ref={box} className={over ? "block font-semibold text-bad" : "block"}>
      {over ? t("sumOver", { share }) : t("sum", { share })}{" "}
      {over ? null : <span className="text-ink-soft">{t(says, { left: f.share(Math.max(0, 1 - stated)) })}</span>}
    </output>
  );
}

function saidIn(form: FormData): Said {
  const dropped = new Set(form.getAll("drop[]").map(String));
  const shares = form.getAll("share[]").map(String);
  const kept = form.getAll("text[]").flatMap((text, at) => {
    const share = readPercent(shares[at] ?? "");
    return String(text).trim() === "" || dropped.has(String(at)) ? [] : [Number.isNaN(share) ? null : share];
  });
  return sharesSay(kept);
}
