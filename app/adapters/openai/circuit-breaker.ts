export type CircuitBreaker = {
  /** Whether a call may be made now. After the pause one call at a time is let through to try. */
  readonly mayCall: () => boolean;
  readonly succeeded: () => void;
  readonly failed: () => void;
  /** The call ended in a way that says nothing about the vendor's health. */
  readonly undecided: () => void;
};

type Options = { readonly opensAfter: number; readonly pauseMs: number; readonly now: () => Date };

/**
 * Stops calling a vendor after `opensAfter` failures in a row and tries again after `pauseMs`. One breaker guards one
 * vendor for the whole process.
 */
export function circuitBreaker({ opensAfter, pauseMs, now }: Options): CircuitBreaker {
  let failures = 0;
  let openedAt = 0;
  let trying = false;
  return {
    mayCall() {
      if (failures < opensAfter) return true;
      if (trying || now().getTime() - openedAt < pauseMs) return false;
      trying = true;
      return true;
    },
    succeeded() {
      failures = 0;
      trying = false;
    },
    failed() {
      failures += 1;
      trying = false;
      if (failures >= opensAfter) openedAt = now().getTime();
    },
    undecided() {
      trying = false;
    },
  };
}
