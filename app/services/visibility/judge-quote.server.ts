import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Accuracy, Sentiment } from "#app/domain/visibility/review-quotes.ts";
import { quoteKey } from "#app/domain/visibility/sentences.ts";
import { deleteJudgement, findJudgement, saveJudgement, settleJudgement } from "#db/repositories/experiments.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { gatherAnswers } from "./gather-answers.server.ts";

type Verdict = {
  readonly quote: string;
  readonly sentiment: Sentiment;
  readonly accuracy: Accuracy;
  readonly correction: string | null;
};

const longestQuote = 700;

type JudgeFailure =
  | { readonly kind: "forbidden" | "not-found" }
  /** With what somebody said of it while it was being judged. */
  | { readonly kind: "judged-meanwhile"; readonly sentiment: Sentiment; readonly accuracy: Accuracy };

/**
 * Keeps what a person says of a sentence that some complete answer holds, wherever it stands. A sentence that was judged meanwhile stays
 * as it was judged; the same said twice is said once.
 */
export async function judgeQuote(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { quote, sentiment, accuracy, correction }: Verdict,
): Promise<Result<void, JudgeFailure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const key = quoteKey(quote);
  if (key === "" || quote.length > longestQuote) return fail({ kind: "not-found" });
  const { organizationId } = actor;
  const { answers } = await gatherAnswers(deps, organizationId);
  const said = answers.some(
    ({ marks }) => marks.status === "complete" && marks.quotes.some((one) => quoteKey(one) === key),
  );
  if (!said) return fail({ kind: "not-found" });
  const at = deps.now();
  return deps.db.transaction(async (tx): Promise<Result<void, JudgeFailure>> => {
    const before = await findJudgement(tx, organizationId, key);
    if (before !== null) {
      const same = before.sentiment === sentiment && before.accuracy === accuracy && before.correction === correction;
      if (same) return ok(undefined);
      return fail({ kind: "judged-meanwhile", sentiment: before.sentiment, accuracy: before.accuracy });
    }
    const judged = { sentiment, accuracy, correction, settledOn: null, judgedAt: at, judgedBy: actor.userId };
    const id = deps.newId();
    await saveJudgement(tx, organizationId, { id, quote: key, ...judged });
    await record(tx, actor, {
      action: "visibility.judge-quote",
      subject: `quote:${id}`,
      after: { quote: key, sentiment, accuracy, correction },
      at,
    });
    return ok(undefined);
  });
}

/** Takes a judgement back: the sentence waits again. */
export async function takeBackJudgement(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  quote: string,
): Promise<Result<void, { kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const key = quoteKey(quote);
  const { organizationId } = actor;
  const before = await findJudgement(deps.db, organizationId, key);
  if (before === null) return fail({ kind: "not-found" });
  const { id, sentiment, accuracy, correction } = before;
  await deps.db.transaction(async (tx) => {
    await deleteJudgement(tx, organizationId, key);
    await record(tx, actor, {
      action: "visibility.take-back-judgement",
      subject: `quote:${id}`,
      before: { quote: key, sentiment, accuracy, correction },
      at: deps.now(),
    });
  });
  return ok(undefined);
}

/** Says that a wrong claim was put right where it comes from, or that it was not after all. */
export async function settleClaim(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { quote, settled }: { readonly quote: string; readonly settled: boolean },
): Promise<Result<void, { kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const key = quoteKey(quote);
  const { organizationId } = actor;
  const before = await findJudgement(deps.db, organizationId, key);
  if (before === null) return fail({ kind: "not-found" });
  const at = deps.now();
  const settledOn: IsoDate | null = settled ? isoDateOf(at) : null;
  await deps.db.transaction(async (tx) => {
    await settleJudgement(tx, organizationId, key, settledOn);
    await record(tx, actor, {
      action: "visibility.settle-claim",
      subject: `quote:${before.id}`,
      before: { settledOn: before.settledOn },
      after: { settledOn },
      at,
    });
  });
  return ok(undefined);
}
