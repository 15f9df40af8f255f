import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { listNotLookedAt } from "#db/repositories/radar.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import { lookAtDuties } from "./look-at-duties.server.ts";

/** Organizations of one job. The rest is a job of its own, so that other work gets its turn between them. */
const atOnce = 50;

/**
 * Looks at every organization whose last look was at another day or pack, one after the other. Stopped halfway it goes on where
 * it was: whoever was looked at today is not asked for again. `after` is the organization behind which this part begins.
 */
export async function lookEverywhere(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId" | "log">,
  { after }: { readonly after?: string | undefined },
  context: JobContext,
): Promise<Result<{ readonly looked: number }, JobFailure>> {
  const today = isoDateOf(deps.now());
  const packVersion = deps.knowledge.obligations.version;
  const due = await listNotLookedAt(deps.db, { today, packVersion, now: deps.now() }, after ?? "", atOnce);
  let looked = 0;
  for (const organizationId of due) {
    if (context.signal.aborted) return fail({ kind: "stopped", retry: true });
    await lookOrGoOn(deps, organizationId);
    looked += 1;
    await context.progress({ looked });
    await breathe();
  }
  const last = due.at(-1);
  if (last !== undefined && due.length === atOnce) {
    const id = `compliance.look-everywhere/${today}/${packVersion}/${last}`;
    await enqueue(deps, deps.db, "compliance.look-everywhere", { after: last }, { id });
  }
  return ok({ looked });
}

/** What is wrong with one organization's rows keeps nobody else from being looked at; the next hour tries it again. */
async function lookOrGoOn(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId" | "log">,
  organizationId: OrganizationId,
): Promise<void> {
  try {
    await lookAtDuties(deps, organizationId);
  } catch (error) {
    deps.log.error({ err: error, organizationId }, "the duties of an organization could not be looked at");
  }
}
