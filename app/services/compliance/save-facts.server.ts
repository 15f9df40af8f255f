import type { FactValue } from "#app/domain/compliance/facts.ts";
import { readFact } from "#app/domain/compliance/read-facts.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Database } from "#db/client.server.ts";
import { keepFact, listFacts } from "#db/repositories/facts.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { inventoryFact } from "./load-facts.server.ts";
import { lookSoon } from "./look-soon.server.ts";

/** An answer about the organization. `version` is that of the answer the person saw, 0 when there was none. */
export type FactAnswer = { readonly fact: string; readonly value: FactValue | null; readonly version: number };

type Failure =
  | { kind: "forbidden" }
  | { kind: "invalid"; errors: Readonly<Record<string, readonly string[]>> }
  /** Somebody else answered in the meantime: nothing of this command was kept. */
  | { kind: "conflict"; facts: readonly string[] };

class Overtaken extends Error {
  readonly facts: readonly string[];
  constructor(facts: readonly string[]) {
    super("answered meanwhile");
    this.facts = facts;
  }
}

/** Keeps answers with who gave them and when, all of them or none. A null takes an answer back. */
export async function saveFacts(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  answers: readonly FactAnswer[],
): Promise<Result<{ readonly savedAt: Date }, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const definitions = new Map(deps.knowledge.obligations.facts.map((definition) => [definition.id, definition]));
  const errors: Record<string, readonly string[]> = {};
  for (const { fact, value } of answers) {
    const definition = definitions.get(fact);
    const fine = fact === inventoryFact || (definition !== undefined && fact.startsWith("org."));
    if (!fine) errors[fact] = ["There is no such question."];
    else if (value !== null && definition !== undefined) {
      const read = readFact(value, definition);
      if (!read.ok) errors[fact] = [read.failure];
    }
  }
  if (Object.keys(errors).length > 0) return fail({ kind: "invalid", errors });

  const savedAt = deps.now();
  try {
    await deps.db.transaction(async (tx) => {
      await keepAll(tx, actor, answers, savedAt);
      await lookSoon(deps, tx, actor.organizationId);
    });
  } catch (cause) {
    if (cause instanceof Overtaken) return fail({ kind: "conflict", facts: cause.facts });
    throw cause;
  }
  return ok({ savedAt });
}

async function keepAll(tx: Database, actor: Actor, answers: readonly FactAnswer[], at: Date): Promise<void> {
  const before = new Map((await listFacts(tx, actor.organizationId)).map((kept) => [kept.fact, kept.value]));
  const overtaken: string[] = [];
  for (const { fact, value, version } of answers) {
    const answer = { fact, value, answeredBy: actor.userId, answeredAt: at };
    if (!(await keepFact(tx, actor.organizationId, answer, version))) overtaken.push(fact);
  }
  if (overtaken.length > 0) throw new Overtaken(overtaken);
  await record(tx, actor, {
    action: "facts.save",
    subject: `facts:${answers.map(({ fact }) => fact).join(",")}`,
    before: Object.fromEntries(answers.map(({ fact }) => [fact, before.get(fact) ?? null])),
    after: Object.fromEntries(answers.map(({ fact, value }) => [fact, value])),
    at,
  });
}
