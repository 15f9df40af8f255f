import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Answer, EvidenceGrade } from "#app/domain/readiness/answers.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type KeptAnswer, listReadinessAnswers, putReadinessAnswer } from "#db/repositories/readiness.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** As whom an organization answers its own questionnaire. */
export const organizationRespondent = "organization";

export type AnswerGiven = {
  readonly question: string;
  readonly level: Answer["level"];
  readonly evidence: EvidenceGrade;
  readonly note: string | null;
  /** The version the person saw; 0 where there was no answer. */
  readonly version: number;
};

/** What became of a save: what is kept, and what somebody else changed first and was left as it is. */
export type SavedAnswers = {
  readonly at: number;
  readonly saved: readonly string[];
  readonly conflicts: readonly { readonly given: AnswerGiven; readonly theirs: KeptAnswer | null }[];
};

type Failure = { readonly kind: "forbidden" } | { readonly kind: "unknown-question"; readonly question: string };

/** Keeps answers of the organization's questionnaire. An answer that did not change is left alone. */
export async function saveAnswers(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  given: readonly AnswerGiven[],
): Promise<Result<SavedAnswers, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const questions = new Map(deps.knowledge.readiness.questions.map((question) => [question.id, question]));
  for (const { question, level } of given) {
    const known = questions.get(question);
    if (known === undefined || (level === "na" && !known.mayNotApply))
      return fail({ kind: "unknown-question", question });
  }
  const at = deps.now();
  const { organizationId } = actor;

  return deps.db.transaction(async (tx) => {
    const kept = await listReadinessAnswers(tx, organizationId, organizationRespondent);
    const before = new Map(kept.map((answer) => [answer.question, answer]));
    const changed = given.filter((answer) => !isSame(answer, before.get(answer.question)));
    const saved: string[] = [];
    const conflicts: { given: AnswerGiven; theirs: KeptAnswer | null }[] = [];
    for (const answer of changed) {
      const { version, ...rest } = answer;
      const row = { ...rest, respondent: organizationRespondent, group: "executive" as const, answeredAt: at };
      if (await putReadinessAnswer(tx, organizationId, row, version)) saved.push(answer.question);
      else conflicts.push({ given: answer, theirs: before.get(answer.question) ?? null });
    }
    if (saved.length > 0) {
      const pick = (answers: ReadonlyMap<string, AnswerGiven | KeptAnswer>) =>
        saved.map((question) => ({ question, level: answers.get(question)?.level ?? null }));
      await record(tx, actor, {
        action: "readiness.answer",
        subject: `readiness:${saved.length === 1 ? saved[0] : `${saved.length} questions`}`,
        before: pick(before),
        after: pick(new Map(given.map((answer) => [answer.question, answer]))),
        at,
      });
    }
    return ok({ at: at.getTime(), saved, conflicts });
  });
}

function isSame(given: AnswerGiven, kept: KeptAnswer | undefined): boolean {
  return (
    kept !== undefined && kept.level === given.level && kept.evidence === given.evidence && kept.note === given.note
  );
}
