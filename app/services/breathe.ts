/** Lets other requests have their turn in the middle of long work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Long enough to be worth its while, and far below what anybody notices. */
const turnMs = 8;

/** To be called at each step of long work: lets others have their turn when the last one was some milliseconds ago. */
export function inTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMs) return;
    await breathe();
    since = performance.now();
  };
}
