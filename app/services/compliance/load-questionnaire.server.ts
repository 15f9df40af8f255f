import { isSystemFact } from "#app/domain/compliance/facts.ts";
import { type AnswerSlot, ownPlaces, questionView } from "#app/domain/compliance/question-view.ts";
import { ok } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type Assessed, loadAssessed } from "./load-assessed.server.ts";
import { inventoryFact } from "./load-facts.server.ts";

export type QuestionnaireView = Extract<Awaited<ReturnType<typeof loadQuestionnaire>>, { ok: true }>["value"];

/** The open questions, first what settles most, and the answers given so far. `skip` names facts to leave for later. */
export async function loadQuestionnaire(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: { readonly skip: readonly string[] },
) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const { assessment, pack, answers, facts, mayEdit, systems } = loaded.value;
  const definitions = new Map(pack.facts.map((definition) => [definition.id, definition]));
  const places = ownPlaces(facts.org);
  const asked = assessment.questions.flatMap((ranked) => {
    const definition = definitions.get(ranked.fact);
    if (definition === undefined) return [];
    const view = questionView(definition, slotsFor(ranked.fact, ranked.systems ?? [], loaded.value), pack, places);
    return [{ ...view, question: ranked.question, decides: ranked.decides, decidesDates: ranked.decidesDates }];
  });
  const skipped = new Set(query.skip);
  const answered = pack.facts.flatMap((definition) => {
    const kept = answers.get(definition.id);
    if (kept === undefined || kept.value === null) return [];
    const view = questionView(definition, slotsFor(definition.id, [], loaded.value), pack, places);
    return [{ ...view, answeredAt: kept.answeredAt.toISOString() }];
  });
  return ok({
    mayEdit,
    questions: [...asked.filter(({ fact }) => !skipped.has(fact)), ...asked.filter(({ fact }) => skipped.has(fact))],
    skipped: [...skipped],
    answered,
    open: assessment.obligations.filter(({ applies }) => applies === "unknown").length,
    sure: assessment.obligations.filter(({ applies }) => applies === "yes").length,
    inventory: {
      answered: facts.systems !== null,
      version: answers.get(inventoryFact)?.version ?? 0,
      systems: systems.length,
      decides: assessment.questions.find(({ fact }) => fact === inventoryFact)?.decides ?? 0,
    },
  });
}

function slotsFor(fact: string, openIn: readonly string[], { answers, systems }: Assessed): AnswerSlot[] {
  if (!isSystemFact(fact)) {
    const kept = answers.get(fact);
    return [{ subject: "org", name: null, value: kept?.value ?? null, version: kept?.version ?? 0 }];
  }
  return systems
    .filter(({ id }) => openIn.includes(id))
    .map(({ id, name, facts, version }) => ({ subject: id, name, value: facts[fact] ?? null, version }));
}
