import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { readerVersion } from "#app/domain/visibility/answer-marks.ts";
import { listOpenJobs } from "#db/repositories/jobs.server.ts";
import { listPromptSets, listRawAnswers, updateMarks } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import { inTurns } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import { marksOf } from "./run-probes.server.ts";

const atOnce = 100;

/** Asks for every figure to be worked out anew from the raw answers. */
export async function requestReading(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
): Promise<Result<void, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  await deps.db.transaction(async (tx) => {
    if ((await listOpenJobs(tx, organizationId, "visibility.read-again")).length > 0) return;
    await enqueue(deps, tx, "visibility.read-again", { organizationId });
    await record(tx, actor, {
      action: "visibility.read-again",
      subject: `organization:${organizationId}`,
      after: { reader: readerVersion },
      at: deps.now(),
    });
  });
  return ok(undefined);
}

/** Reads every raw answer again by today's reader; what it finds replaces the marks, never the answer. */
export async function readAnswersAgain(
  deps: Pick<Deps, "db">,
  { organizationId }: { readonly organizationId: OrganizationId },
  context: JobContext,
): Promise<Result<number, JobFailure>> {
  const sets = new Map((await listPromptSets(deps.db, organizationId)).map((set) => [set.id, set]));
  const turn = inTurns();
  let after = "";
  let read = 0;
  for (;;) {
    const rows = await listRawAnswers(deps.db, organizationId, after, atOnce);
    const last = rows.at(-1);
    if (last === undefined) return ok(read);
    if (context.signal.aborted) return fail({ kind: "stopped", retry: true });
    for (const row of rows) {
      const set = sets.get(row.promptSetId);
      if (set === undefined) continue;
      await turn();
      await updateMarks(deps.db, organizationId, row.id, marksOf(set, row.raw));
      read += 1;
    }
    after = last.id;
    await context.progress({ done: read });
  }
}
