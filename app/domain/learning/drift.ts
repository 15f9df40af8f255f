/** A two-sided cumulative sum over standardised prediction errors: k .25, h 8 (METHODS 6). */
export type Drift = { readonly up: number; readonly down: number; readonly alarm: "up" | "down" | null };

export const noDrift: Drift = { up: 0, down: 0, alarm: null };

const slack = 0.25;
const threshold = 8;
/** What evidence from before an alarm still counts: its variance is divided by this. */
export const discountAfterAlarm = 0.8;

/** The sums after one more error, in predictive standard deviations. After an alarm they start again at zero. */
export function watchDrift(before: Drift, error: number): Drift {
  const start = before.alarm === null ? before : noDrift;
  const up = Math.max(0, start.up + error - slack);
  const down = Math.max(0, start.down - error - slack);
  return { up, down, alarm: up > threshold ? "up" : down > threshold ? "down" : null };
}
