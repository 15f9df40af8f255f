import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Feed } from "#app/domain/readiness/answers.ts";
import type { Pillar, PillarId, Question } from "#app/domain/readiness/pack.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type KeptAnswer, listReadinessAnswers, listReadinessAssessments } from "#db/repositories/readiness.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { wantedOf } from "./load-readiness.server.ts";
import { gatherInput } from "./readiness-input.server.ts";
import { organizationRespondent } from "./save-answers.server.ts";

/** A question with what is known of it. A question that an assessment answers is shown, not asked. */
export type AskedQuestion = {
  readonly question: Question;
  readonly answer: Pick<KeptAnswer, "level" | "evidence" | "note" | "version"> | null;
  readonly feed: Feed | null;
};

export type AnswersView = {
  readonly pillar: Pillar;
  readonly questions: readonly AskedQuestion[];
  readonly progress: readonly {
    readonly pillar: PillarId;
    readonly title: string;
    readonly answered: number;
    readonly questions: number;
  }[];
  /** Milliseconds since 1970 of the newest answer, or null. */
  readonly savedAt: number | null;
};

/** The questionnaire of one pillar, with the progress of all. */
export async function loadAnswers(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  pillarId: string | null,
): Promise<Result<AnswersView, { readonly kind: "forbidden" } | { readonly kind: "not-found" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const pack = deps.knowledge.readiness;
  const pillar = pillarId === null ? pack.pillars[0] : pack.pillars.find(({ id }) => id === pillarId);
  if (pillar === undefined) return fail({ kind: "not-found" });
  const [kept, [latest]] = await Promise.all([
    listReadinessAnswers(deps.db, actor.organizationId, organizationRespondent),
    listReadinessAssessments(deps.db, actor.organizationId, 1),
  ]);
  const { input } = await gatherInput(deps, actor, wantedOf(latest, pack));
  const answers = new Map(kept.map((answer) => [answer.question, answer]));
  const feeds = new Map(input.feeds.map((feed) => [feed.question, feed]));
  const progress = pack.pillars.map(({ id, title }) => {
    const own = pack.questions.filter((question) => question.pillar === id);
    const answered = own.filter((question) => answers.has(question.id) || feeds.has(question.id)).length;
    return { pillar: id, title, answered, questions: own.length };
  });
  const questions = pack.questions
    .filter((question) => question.pillar === pillar.id)
    .map((question) => {
      const answer = answers.get(question.id);
      const shown =
        answer === undefined
          ? null
          : { level: answer.level, evidence: answer.evidence, note: answer.note, version: answer.version };
      return { question, answer: shown, feed: feeds.get(question.id) ?? null };
    });
  const savedAt = kept.length === 0 ? null : Math.max(...kept.map(({ answeredAt }) => answeredAt.getTime()));
  return ok({ pillar, questions, progress, savedAt });
}
