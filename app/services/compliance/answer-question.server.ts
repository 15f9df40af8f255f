import { isSystemFact } from "#app/domain/compliance/facts.ts";
import { readAnswer, type TypedAnswer } from "#app/domain/compliance/read-answer.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { changeSystem } from "../systems/change-system.server.ts";
import { saveFacts } from "./save-facts.server.ts";

/** One typed answer about the organization (`subject` is `org`) or a system; null takes it back. */
export type AnswerCommand = {
  readonly fact: string;
  readonly subject: string;
  readonly version: number;
  readonly typed: TypedAnswer | null;
};

type Failure =
  | { kind: "forbidden" }
  | { kind: "not-found" }
  | { kind: "conflict" }
  | { kind: "unreadable"; why: string };

export async function answerQuestion(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { fact, subject, version, typed }: AnswerCommand,
): Promise<Result<{ readonly savedAt: Date }, Failure>> {
  const definition = deps.knowledge.obligations.facts.find(({ id }) => id === fact);
  if (definition === undefined || isSystemFact(fact) === (subject === "org")) return fail({ kind: "not-found" });
  const answer = typed === null ? { ok: true as const, value: null } : readAnswer(definition, typed);
  if (!answer.ok) return fail({ kind: "unreadable", why: answer.failure });

  const facts = { [fact]: answer.value };
  const saved = isSystemFact(fact)
    ? await changeSystem(deps, actor, { id: subject as SystemId, version, facts })
    : await saveFacts(deps, actor, [{ fact, value: answer.value, version }]);
  if (saved.ok || saved.failure.kind !== "invalid") return saved as Result<{ readonly savedAt: Date }, Failure>;
  return fail({ kind: "unreadable", why: Object.values(saved.failure.errors).flat().join(" ") });
}
