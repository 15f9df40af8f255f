import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Accuracy, Sentiment } from "#app/domain/visibility/review-quotes.ts";
import { quoteKey } from "#app/domain/visibility/sentences.ts";
import { deleteJudgement, findJudgement, saveJudgement, settleJudgement } from "#db/repositories/experiments.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Verdict = {
  readonly quote: string;
  readonly sentiment: Sentiment;
  readonly accuracy: Accuracy;
  readonly correction: string | null;
};

const longestQuote = 700;

/** Keeps what a person says of a sentence, wherever it stands. */
export async function judgeQuote(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { quote, sentiment, accuracy, correction }: Verdict,
): Promise<Result<void, { kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const key = quoteKey(quote);
  if (key === "" || quote.length > longestQuote) return fail({ kind: "not-found" });
  const { organizationId } = actor;
  const before = await findJudgement(deps.db, organizationId, key);
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const judged = { sentiment, accuracy, correction, settledOn: null, judgedAt: at, judgedBy: actor.userId };
    const id = before?.id ?? deps.newId();
    await saveJudgement(tx, organizationId, { id, quote: key, ...judged });
    await record(tx, actor, {
      action: "visibility.judge-quote",
      subject: `quote:${id}`,
      before: before === null ? null : { sentiment: before.sentiment, accuracy: before.accuracy },
      after: { quote: key, sentiment, accuracy, correction },
      at,
    });
  });
  return ok(undefined);
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
