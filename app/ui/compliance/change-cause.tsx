import type { ShownCause, ShownFact } from "#app/domain/compliance/shown-cause.ts";
import { radarText } from "#app/strings/en/radar.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { valueWords } from "./reason-words.ts";

/** Why a duty changed: the record of the law, the day, or answers with who gave them and when. */
export function ChangeCause({ cause }: { cause: ShownCause }) {
  const t = useText(radarText);
  const f = useFormat();
  const words = useFactWords();
  return (
    <div>
      <h3 className="font-semibold">{t("why")}</h3>
      {cause.kind === "pack" ? <p>{t("why_pack", { from: cause.from, to: cause.to })}</p> : null}
      {cause.kind === "day" ? <p>{t("why_day", { from: f.date(cause.from), to: f.date(cause.to) })}</p> : null}
      {cause.kind === "facts" ? (
        <ul className="list-disc pl-5">
          {cause.facts.map((fact) => (
            <li key={words(fact)}>{words(fact)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function useFactWords() {
  const t = useText(radarText);
  const f = useFormat();
  const what = (fact: ShownFact) => {
    if (fact.kind !== "answer") return t(fact.kind, { system: fact.system });
    const value = (shown: typeof fact.before) => (shown === null ? t("nothing") : valueWords(shown, f));
    const values = { label: fact.label, before: value(fact.before), after: value(fact.after) };
    return fact.system === null ? t("fact", values) : t("factOf", { ...values, system: fact.system });
  };
  return (fact: ShownFact) => {
    if (fact.at === null) return what(fact);
    const date = f.date(fact.at.slice(0, 10));
    return fact.by === null
      ? t("at", { what: what(fact), date })
      : t("byAt", { what: what(fact), name: fact.by, date });
  };
}
