import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { vendorQuestionsFor } from "#app/domain/work-products/rows-of.ts";
import { findSystem } from "#db/repositories/systems.server.ts";
import { keepVendorAnswer, listVendorAnswers } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { gatherGiven } from "./gather-given.server.ts";
import { namesOf } from "./load-work-product.server.ts";

/** Characters that an answer may have. */
export const longestAnswer = 20_000;

/** The questions to the vendor of a system with the answers entered, who entered them and when. */
export async function loadVendorAnswers(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, system: string) {
  const given = await gatherGiven(deps, actor, { templates: [], system, typed: {}, eyes: "everybody" });
  if (!given.ok) return given;
  const entry = given.value.systems.find(({ id }) => id === system);
  if (entry === undefined) return fail({ kind: "not-found" as const });
  const kept = new Map(
    (await listVendorAnswers(deps.db, actor.organizationId, system)).map((one) => [one.question, one]),
  );
  const names = await namesOf(deps, actor);
  const questions = vendorQuestionsFor({ given: given.value, system }).map(({ id, question, why }) => {
    const answer = kept.get(id);
    return {
      id,
      question,
      why,
      answer: answer?.answer ?? null,
      version: answer?.version ?? 0,
      at: answer?.answeredAt.toISOString() ?? null,
      by: answer === undefined ? null : names(answer.answeredBy),
    };
  });
  return ok({
    system: { id: entry.id, name: entry.name, vendor: entry.vendor },
    mayEdit: mayDo(actor.role, "facts:edit"),
    open: questions.filter(({ answer }) => answer === null).length,
    questions,
  });
}

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" | "too-long" };

/** Keeps what a vendor answered; an empty answer takes it back. */
export async function enterVendorAnswer(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  command: { readonly system: string; readonly question: string; readonly answer: string; readonly version: number },
): Promise<Result<null, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const { system, question, version } = command;
  const answer = command.answer.trim() === "" ? null : command.answer.trim();
  if (answer !== null && answer.length > longestAnswer) return fail({ kind: "too-long" });
  const known = deps.knowledge.workProducts.vendorQuestions.some(({ id }) => id === question);
  const found = await findSystem(deps.db, actor.organizationId, system as SystemId);
  if (!known || found === null || found.deletedAt !== null) return fail({ kind: "not-found" });
  const before = (await listVendorAnswers(deps.db, actor.organizationId, system)).find(
    (one) => one.question === question,
  );

  const at = deps.now();
  const saved = await deps.db.transaction(async (tx) => {
    const kept = { question, answer, answeredBy: actor.userId, answeredAt: at, version };
    if (!(await keepVendorAnswer(tx, actor.organizationId, system, kept))) return false;
    await record(tx, actor, {
      action: "vendor.answer",
      subject: `system:${system}`,
      before: { question, answer: before?.answer ?? null },
      after: { question, answer },
      at,
    });
    return true;
  });
  return saved ? ok(null) : fail({ kind: "conflict" });
}
