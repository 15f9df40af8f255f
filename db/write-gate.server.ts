import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Lets one writer through at a time. A `file:` database of libSQL deadlocks the event loop when two write transactions
 * are open in one process, so every write of the process waits here for its turn.
 */
export class WriteGate {
  #last: Promise<unknown> = Promise.resolve();
  #inside = new AsyncLocalStorage<true>();

  /** Runs `work` alone. Throws when called from inside other gated work: that would wait for itself. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#inside.getStore()) {
      throw new Error("The database was written outside the transaction that is open. Use the transaction's handle.");
    }
    const turn = this.#last.then(() => this.#inside.run(true, work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
