import { useNavigate } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { asOfText } from "#app/strings/en/as-of.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type AsOfSliderProps = {
  asOf: string;
  today: string;
  days: readonly string[];
  to: (date: string) => string;
};

/** Milliseconds without a move after which the page is asked for: dragging over thirty days is one request. */
const stillFor = 400;

/**
 * A slider over the days on which something changes, and today. It needs script, so it is there only with it; the date field
 * and the links beside it lead to the same days. Its room is kept, so that nothing moves.
 */
export function AsOfSlider({ asOf, today, days, to }: AsOfSliderProps) {
  const t = useText(asOfText);
  const f = useFormat();
  const id = useId();
  const navigate = useNavigate();
  const [ready, setReady] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stops = [...new Set([...days, today, asOf])].sort();
  const at = moved ?? stops.indexOf(asOf);
  const day = stops[at] ?? asOf;

  useEffect(() => setReady(true), []);
  // The page has arrived at the day that was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another day ends a move
  useEffect(() => setMoved(null), [asOf]);
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), []);

  function move(next: number) {
    setMoved(next);
    clearTimeout(waiting.current ?? undefined);
    waiting.current = setTimeout(() => {
      const date = stops[next];
      if (date !== undefined && date !== asOf) navigate(to(date), { replace: true, preventScrollReset: true });
    }, stillFor);
  }

  if (stops.length < 2) return null;
  const named = day === today ? t("sliderToday", { date: f.date(day) }) : f.date(day);
  return (
    <div className={ready ? "" : "invisible [@media(scripting:none)]:hidden"}>
      <label htmlFor={id} className="text-caption text-ink-soft">
        {t("slider")}: <span className="font-semibold text-ink tabular-nums">{named}</span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        disabled={!ready}
        aria-valuetext={named}
        onChange={(event) => move(Number(event.currentTarget.value))}
        className="block w-full accent-accent"
      />
    </div>
  );
}
