import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { findPromptSet, insertAnswer, listAnswerIds } from "#db/repositories/visibility.server.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";

type Payload = {
  readonly organizationId: OrganizationId;
  readonly promptSetId: string;
  readonly batch: string;
  readonly runs: number;
};

/** The name under which probes are shown: what was asked is a model with web search, not a product. */
export const probedEngine = "OpenAI model with web search";

/** Asks every prompt, keeps each body raw as it comes, and goes on where an earlier try of the same batch stopped. */
export async function runProbes(
  deps: Pick<Deps, "db" | "ai" | "now" | "knowledge">,
  { organizationId, promptSetId, batch, runs }: Payload,
  context: JobContext,
): Promise<Result<void, JobFailure>> {
  const set = await findPromptSet(deps.db, organizationId, promptSetId);
  if (set === null) return ok(undefined);
  const there = await listAnswerIds(deps.db, organizationId, promptSetId);
  const asked = set.prompts.length * runs;
  let done = 0;
  // Runs of one prompt are spread over the round: neighbours in time resemble each other.
  for (let run = 1; run <= runs; run++) {
    for (const prompt of set.prompts) {
      const id = `${batch}:${prompt.id}:${run}`;
      done += 1;
      if (there.has(id)) continue;
      if (context.signal.aborted) return fail({ kind: "stopped", retry: true });
      await context.progress({ done: done - 1, planned: asked, now: prompt.text });
      const answer = await deps.ai.answerWithSearch(prompt.text);
      if (!answer.ok) {
        const { because } = answer.failure;
        const retry = because !== "no-key" && because !== "rejected";
        return fail({ kind: "ai-unavailable", retry, because });
      }
      await insertAnswer(deps.db, organizationId, {
        id,
        promptSetId,
        promptId: prompt.id,
        engine: probedEngine,
        model: answer.value.model,
        source: "probe",
        raw: answer.value.body,
        at: deps.now(),
        costUsd: String(deps.knowledge.visibility.probes.costUsd),
      });
    }
  }
  return ok(undefined);
}
