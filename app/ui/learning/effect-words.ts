import type { EffectScale } from "#app/domain/kernel/forecast.ts";
import type { Formats } from "#app/strings/format.ts";

/** An effect as people say it: shares as percentages, points and hours with their unit, the rest as plain numbers. */
export function effectWords(f: Formats, value: number, scale: EffectScale | null): string {
  if (scale === "relative" || scale === "probability") return f.share(value);
  const digits = Math.abs(value) < 10 ? (scale === "percentage-points" ? 1 : 2) : 0;
  if (scale === "hours") return `${f.number(value, 1)} h`;
  return f.number(value, digits);
}
