import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Answer } from "#app/domain/readiness/answers.ts";
import type { PillarResult, ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { Pillar, Question } from "#app/domain/readiness/pack.ts";
import { type QuestionSpread, spreadOfRespondents } from "#app/domain/readiness/respondents.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listReadinessAssessments } from "#db/repositories/readiness.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { organizationRespondent } from "./save-answers.server.ts";

export type PillarView = {
  readonly pillar: Pillar;
  readonly result: PillarResult;
  readonly assessment: Pick<ReadinessAssessment, "asOf" | "knowledge" | "score" | "scope">;
  readonly decisionTitle: string;
  readonly questions: Readonly<
    Record<string, Pick<Question, "indicator" | "text" | "anchors" | "weight" | "evidence">>
  >;
  /** The organization's own answers, with the evidence that stands behind each. */
  readonly answers: Readonly<Record<string, Pick<Answer, "level" | "evidence" | "answeredOn">>>;
  /** Of respondents beside the organization itself; only what may be shown of groups. */
  readonly spread: readonly QuestionSpread[];
  readonly others: readonly { readonly id: string; readonly title: string }[];
};

/** Score -> answers -> evidence -> formula -> version of one pillar, from the newest result. */
export async function loadPillar(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  id: string,
): Promise<Result<PillarView, { readonly kind: "forbidden" } | { readonly kind: "not-found" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const pack = deps.knowledge.readiness;
  const [latest] = await listReadinessAssessments(deps.db, actor.organizationId, 1);
  const pillar = pack.pillars.find((each) => each.id === id);
  const result = latest?.assessment.pillars.find((each) => each.pillar === id);
  if (latest === undefined || pillar === undefined || result === undefined) return fail({ kind: "not-found" });
  const own = pack.questions.filter((question) => question.pillar === pillar.id);
  const ids = new Set(own.map((question) => question.id));
  const given = latest.input.answers.filter(({ question }) => ids.has(question));
  const organization = given.filter(({ respondent }) => respondent === organizationRespondent);
  const { asOf, knowledge, score, scope, verdict } = latest.assessment;
  return ok({
    pillar,
    result,
    assessment: { asOf, knowledge, score, scope },
    decisionTitle: verdict.decisionTitle,
    questions: Object.fromEntries(
      own.map(({ id: question, indicator, text, anchors, weight, evidence }) => [
        question,
        { indicator, text, anchors, weight, evidence },
      ]),
    ),
    answers: Object.fromEntries(
      organization.map(({ question, level, evidence, answeredOn }) => [question, { level, evidence, answeredOn }]),
    ),
    spread: spreadOfRespondents(given.filter(({ respondent }) => respondent !== organizationRespondent)),
    others: pack.pillars.map(({ id: other, title }) => ({ id: other, title })),
  });
}
