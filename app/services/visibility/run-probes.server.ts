import { setTimeout as sleep } from "node:timers/promises";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { type AnswerMarks, markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { budgetFor, costOfAnswer } from "#app/domain/visibility/plan-probes.ts";
import {
  findAnswerIds,
  findProbeSettings,
  findPromptSet,
  insertAnswer,
  markStopped,
  type PromptSet,
  sumCosts,
} from "#db/repositories/probes.server.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import type { AiTrouble } from "../ports/ai-client.ts";
import { readStoredAnswer } from "./stored-answer.ts";

export type ProbeAsking = { readonly promptId: string; readonly run: number };

type Payload = {
  readonly organizationId: OrganizationId;
  readonly promptSetId: string;
  readonly batch: string;
  readonly askings: readonly ProbeAsking[];
};

/** The name under which probes are shown: what was asked is a model with web search, not a product. */
export const probedEngine = "OpenAI model with web search";

/** Troubles with one question: they are kept as that question's answer, and the round goes on. */
const aboutOneQuestion: ReadonlySet<AiTrouble> = new Set(["refused", "cut-off", "too-long", "invalid-answer"]);
/** Troubles that another try will not mend. */
const final: ReadonlySet<AiTrouble> = new Set(["no-key", "rejected"]);

/** The id of an asking's answer: the same asking is asked once, however often its job runs. */
export function answerIdOf(promptSetId: string, batch: string, { promptId, run }: ProbeAsking): string {
  return `${promptSetId}:${batch}:${promptId}:${run}`;
}

export function monthStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

/**
 * Asks one question after the other with a pause between, keeps each body raw as it comes, goes on where an earlier try stopped,
 * and ends when the next answer could pass the month's budget.
 */
export async function runProbes(
  deps: Pick<Deps, "db" | "ai" | "now" | "knowledge">,
  { organizationId, promptSetId, batch, askings }: Payload,
  context: JobContext,
): Promise<Result<void, JobFailure>> {
  const facts = deps.knowledge.visibility.probes;
  const [set, settings] = await Promise.all([
    findPromptSet(deps.db, organizationId, promptSetId),
    findProbeSettings(deps.db, organizationId),
  ]);
  if (set === null) return ok(undefined);
  const idOf = (asking: ProbeAsking) => answerIdOf(promptSetId, batch, asking);
  const there = await findAnswerIds(deps.db, organizationId, askings.map(idOf));
  const budget = settings?.monthlyBudgetUsd ?? facts.startingBudgetUsd;
  let spent = await sumCosts(deps.db, organizationId, monthStart(deps.now()));
  for (const [at, asking] of askings.entries()) {
    const prompt = set.prompts.find(({ id }) => id === asking.promptId);
    if (prompt === undefined || there.has(idOf(asking))) continue;
    if (context.signal.aborted) return fail({ kind: "stopped", retry: true });
    if (!budgetFor(spent, budget, facts).fits) {
      await markStopped(deps.db, organizationId, "budget");
      return ok(undefined);
    }
    await context.progress({ done: at, planned: askings.length, now: prompt.text });
    const answer = await deps.ai.answerWithSearch(prompt.text);
    if (!answer.ok && !aboutOneQuestion.has(answer.failure.because)) {
      const { because } = answer.failure;
      if (final.has(because)) await markStopped(deps.db, organizationId, because);
      return fail({ kind: "ai-unavailable", retry: !final.has(because), because });
    }
    const raw = answer.ok ? answer.value.body : { status: "failed", error: { message: answer.failure.because } };
    const marks = marksOf(set, raw);
    const cost = costOfAnswer(marks.searches, facts);
    spent += cost;
    await insertAnswer(deps.db, organizationId, {
      id: idOf(asking),
      promptSetId,
      promptId: prompt.id,
      engine: probedEngine,
      model: answer.ok ? answer.value.model : deps.ai.model,
      source: "probe",
      raw,
      marks,
      at: deps.now(),
      costUsd: String(cost),
    });
    await pause(facts.pauseMs, context.signal);
  }
  if (settings !== null && settings.stoppedBecause !== null) await markStopped(deps.db, organizationId, null);
  return ok(undefined);
}

/** What a stored answer says about whom the set is about. */
export function marksOf({ brand }: Pick<PromptSet, "brand">, raw: unknown): AnswerMarks {
  return markAnswer(readStoredAnswer(raw), brand.brand, brand.others);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0) return;
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // Told to stop: the next turn of the loop sees it.
  }
}
