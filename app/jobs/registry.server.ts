import type { z } from "zod";
import type { Deps } from "#app/services/deps.ts";
import type { JobContext } from "#app/services/job-context.ts";
import type { JobKind, JobPayloads } from "#app/services/job-kinds.ts";

/** What became of a try. `retry` waits and tries again; `give-up` is a dead letter with the reason. */
export type JobEnd = { readonly kind: "done" } | { readonly kind: "retry" | "give-up"; readonly because: string };

export type JobDefinition<Payload> = {
  readonly payload: z.ZodType<Payload>;
  run(deps: Deps, payload: Payload, context: JobContext): Promise<JobEnd>;
  /** Called when a job was laid among the dead letters: ends what somebody waits for. What ended by itself is left alone. */
  gaveUp?(deps: Deps, payload: Payload): Promise<void>;
};

export type Registry = { readonly [Kind in JobKind]: JobDefinition<JobPayloads[Kind]> };
