import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { type EffectScale, withinRange } from "#app/domain/kernel/forecast.ts";
import type { Formats } from "#app/strings/format.ts";

/** An effect as people say it: shares as percentages, points and hours with their unit, the rest as plain numbers. */
export function effectWords(f: Formats, value: number, scale: EffectScale | null): string {
  if (scale === "relative" || scale === "probability") return f.share(value);
  const digits = Math.abs(value) < 10 ? (scale === "percentage-points" ? 1 : 2) : 0;
  if (scale === "hours") return `${f.number(value, 1)} h`;
  return f.number(value, digits);
}

/** What is expected with its interval, neither beyond what such an effect can be. */
export function expectedWords(f: Formats, { value, low, high }: Estimate, scale: EffectScale | null): string {
  const say = (of: number) => effectWords(f, withinRange(of, scale), scale);
  return `${say(value)} (${say(low)} – ${say(high)})`;
}
