/** Maps a number of the domain to a place in the range, linearly and without clamping. */
export type Scale = (value: number) => number;

export function linearScale([d0, d1]: readonly [number, number], [r0, r1]: readonly [number, number]): Scale {
  const span = d1 - d0;
  return (value) => (span === 0 ? (r0 + r1) / 2 : r0 + ((value - d0) / span) * (r1 - r0));
}

/** Round numbers (1, 2, 2.5 or 5 times a power of ten) that cover `low..high` with about `count` steps, ends included. */
export function niceTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(count, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((step) => step * power >= rough * 0.999) ?? 10;
  const step = factor * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Rounded, so that 3 * 0.1 is written 0.3.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

const dayMs = 86_400_000;

/** Days since 1970 of an ISO date or date-time. */
export function dayNumber(iso: string): number {
  return Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso) / dayMs;
}

export type DateTick = { readonly day: number; readonly iso: string };

/** First days of months, quarters, half-years or years between two days: the finest that gives at most `count`. */
export function dateTicks(from: number, to: number, count: number): readonly DateTick[] {
  const start = new Date(from * dayMs);
  const end = new Date(to * dayMs);
  for (const months of [1, 3, 6, 12, 24, 60, 120]) {
    const ticks: DateTick[] = [];
    const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
    const last = end.getUTCFullYear() * 12 + end.getUTCMonth();
    // The first may lie before the start.
    if (Math.floor((last - first) / months) > count) continue;
    for (let month = first; month <= last; month += months) {
      const at = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
      const day = at.getTime() / dayMs;
      if (day >= from && day <= to) ticks.push({ day, iso: at.toISOString().slice(0, 10) });
    }
    if (ticks.length <= count) return ticks;
  }
  return [];
}

/** Digits after the point that tell ticks apart, at most 3. */
export function tickDigits(ticks: readonly number[]): number {
  const digits = [0, 1, 2].find((each) => ticks.every((tick) => Math.abs(tick - Number(tick.toFixed(each))) < 1e-9));
  return digits ?? 3;
}
