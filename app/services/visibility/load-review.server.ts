import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type Judgement, type Quote, reviewQuotes } from "#app/domain/visibility/review-quotes.ts";
import { type JudgementRow, listJudgements } from "#db/repositories/experiments.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherAnswers } from "./gather-answers.server.ts";

const atOnce = 5;
/** Judged sentences on one page of the history. */
export const judgedAtOnce = 20;

/** The sentences that name the organization: what waits to be judged, what was judged, and what is to be put right. */
export async function loadReview(deps: Pick<Deps, "db" | "now">, actor: Actor, wanted = 1) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const [{ answers, sets }, rows, organization] = await Promise.all([
    gatherAnswers(deps, organizationId),
    listJudgements(deps.db, organizationId),
    findOrganization(deps.db, organizationId),
  ]);
  const review = reviewQuotes(answers, rows);
  const prompts = new Map(sets.flatMap((set) => set.prompts).map(({ id, text }) => [id, text]));
  const shown = ({ prompts: ids, key: _key, ...quote }: Quote) => ({
    ...quote,
    prompts: ids.map((id) => prompts.get(id) ?? id).slice(0, 3),
    promptCount: ids.length,
  });
  const lastJudged = rows[0] ?? null;
  const page = Math.max(1, Math.min(wanted, Math.ceil(review.judged.length / judgedAtOnce)));
  return ok({
    waiting: review.waiting.slice(0, atOnce).map(shown),
    waitingCount: review.waiting.length,
    judged: review.judged.slice((page - 1) * judgedAtOnce, page * judgedAtOnce).map(shown),
    /** The page of the history that is shown: the last one where fewer are left than were asked for. */
    page,
    judgedCount: review.judged.length,
    toPutRight: review.toPutRight.map(shown),
    accuracy: review.accuracy,
    sentiment: review.sentiment,
    last: lastJudged === null ? null : undoable(lastJudged),
    about: {
      name: organization?.name ?? "",
      sector: organization?.sector?.replace(/[-_]/g, " ") ?? null,
      website: organization?.website ?? null,
      places: organization?.places ?? [],
    },
    mayJudge: mayDo(actor.role, "assessment:run"),
  });
}

function undoable({ quote, sentiment, accuracy }: JudgementRow): Pick<Judgement, "quote" | "sentiment" | "accuracy"> {
  return { quote, sentiment, accuracy };
}
