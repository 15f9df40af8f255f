/** A two-sided cumulative sum over standardised prediction errors: k .25, h 8 (METHODS 6). */
export type Drift = { readonly up: number; readonly down: number; readonly alarm: "up" | "down" | null };

export const noDrift: Drift = { up: 0, down: 0, alarm: null };

const slack = 0.25;
const threshold = 8;
/** What evidence from before an alarm still counts: its variance is divided by this. */
const discountAfterAlarm = 0.8;

/** The variance of an outcome after so many alarms since it was seen. */
export function discounted(variance: number, alarms: number): number {
  return variance / discountAfterAlarm ** alarms;
}

/** The sums without another error: an alarm was raised once, and they start again at zero. */
export function afterAlarm(before: Drift): Drift {
  return before.alarm === null ? before : noDrift;
}

/** The sums after one more error, in predictive standard deviations. */
export function watchDrift(before: Drift, error: number): Drift {
  const start = afterAlarm(before);
  const up = Math.max(0, start.up + error - slack);
  const down = Math.max(0, start.down - error - slack);
  return { up, down, alarm: up > threshold ? "up" : down > threshold ? "down" : null };
}
