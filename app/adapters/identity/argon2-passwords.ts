import { type Algorithm, hash, verify } from "@node-rs/argon2";

const cost = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Runs at most `most` of the tasks it is given at the same time; the others wait in turn. */
export function atMost(most: number): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((turn) => waiting.push(turn));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** Argon2id with 19 MiB, two passes, one lane; two at once, so that a wave of sign-ins leaves a core for the pages. */
export function argon2Passwords() {
  const turn = atMost(2);
  return {
    hash: (password: string) => turn(() => hash(password, cost)),
    verify: ({ hash: stored, password }: { hash: string; password: string }) => turn(() => verify(stored, password)),
  };
}
