/** Attempts after which a job is laid among the dead letters. */
export const maxAttempts = 5;

/** Milliseconds to wait after the `attempt`-th failure (1, 2, …): 5 s, 25 s, about 2 min, about 10 min. */
export function retryDelay(attempt: number): number {
  return 1000 * 5 ** Math.min(Math.max(attempt, 1), 4);
}
