import { normalDraw, randomFrom } from "#app/domain/kernel/random.ts";

/** What the chance of being on time is drawn from. Times are weeks from the plan's start. */
export type Timing = {
  readonly id: string;
  readonly start: number;
  readonly median: number;
  readonly late: number;
  readonly due: number;
  readonly requires: readonly string[];
};

const draws = 1_000;
/** Normal quantile of the 80th percentile. */
const z80 = 0.8416;

/**
 * The chance that each item is finished by its due week: log-normal durations through median and 80th percentile, and nothing
 * starts before its planned start or before what it requires is finished. Seeded.
 */
export function chancesOnTime(items: readonly Timing[], seed: number): Map<string, number> {
  const random = randomFrom(seed);
  const order = [...items].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const hits = new Map(items.map((item) => [item.id, 0]));
  for (let draw = 0; draw < draws; draw++) {
    const finished = new Map<string, number>();
    for (const { id, start, median, late, due, requires } of order) {
      const spread = Math.log(Math.max(late, median) / median) / z80;
      const begins = Math.max(start, ...requires.map((required) => finished.get(required) ?? 0));
      const ends = begins + median * Math.exp(spread * normalDraw(random));
      finished.set(id, ends);
      if (ends <= due + 1e-9) hits.set(id, (hits.get(id) ?? 0) + 1);
    }
  }
  return new Map([...hits].map(([id, count]) => [id, count / draws]));
}
