import { evidenceForDuty } from "#app/domain/compliance/evidence/duties-and-controls.ts";
import { explain } from "#app/domain/compliance/explain.ts";
import { groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { judgeRule } from "#app/domain/compliance/judge-rule.ts";
import { dutyOn, statusOn, termsOn } from "#app/domain/compliance/state-of-duty.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { evidenceOf, listEvidence } from "#db/repositories/evidence.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type AssessedQuery, loadAssessed } from "./load-assessed.server.ts";

/** One duty with everything behind it: why, what would change it, dates system by system, evidence and sources. */
export async function loadObligation(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  id: string,
  query: AssessedQuery,
) {
  const loaded = await loadAssessed(deps, actor, query);
  if (!loaded.ok) return loaded;
  const { assessment, asOf, today, pack, subject, reasons, systemNames, mayEdit } = loaded.value;
  const law = pack.instruments.find(({ obligations }) => obligations.some((duty) => duty.id === id));
  const obligation = law?.obligations.find((duty) => duty.id === id);
  if (law === undefined || obligation === undefined) return fail({ kind: "not-found" as const });

  const found = assessment.obligations.find((finding) => finding.id === id) ?? null;
  const spared = assessment.notApplicable.find((finding) => finding.id === id) ?? null;
  const outcome = found ?? spared;
  const duty = dutyOn(obligation, asOf);
  const terms = termsOn(law, asOf);
  const kept = await listEvidence(deps.db, actor.organizationId);
  const asking = { id, systems: found?.systems ?? [], controls: duty.controls };
  const shown = evidenceForDuty(asking, pack.controls, deps.knowledge.controls, kept.map(evidenceOf), asOf);
  const name = (system: string) => systemNames.get(system) ?? system;
  const entry = obligation.history.find(({ value }) => value === duty);
  return ok({
    id,
    asOf,
    today,
    mayEdit,
    applies: found?.applies ?? ("no" as const),
    group: found === null ? null : groupOfDuty(found),
    duty,
    appliesFrom: found?.appliesFrom ?? obligation.history[0]?.from ?? null,
    dateOpen: obligation.dateOpen === true,
    earliestPossible: found?.earliestPossible ?? false,
    dateRules: (obligation.dates ?? []).map(({ when, date }) => ({ when, date })),
    law: { ...terms, id: law.id, status: statusOn(law, asOf), place: law.place, reviewBy: law.reviewBy },
    perSystem: (found?.perSystem ?? []).map((one) => ({ ...one, system: name(one.system) })),
    because: reasons.of(outcome?.because ?? []),
    // What decides the day and was not named already as deciding whether the duty applies.
    dateBecause: reasons.of(
      (found?.dateBecause ?? []).filter(
        ({ fact, rule }) => !found?.because.some((named) => named.fact === fact && named.rule === rule),
      ),
    ),
    wouldChange: reasons.changes(outcome?.wouldChange ?? []),
    trees: judgeRule(obligation.applies, subject)
      .seen.slice(0, 12)
      .map(({ id: system, evaluator }) => ({
        system: system === null ? null : name(system),
        tree: reasons.tree(explain(obligation.applies, evaluator)),
      })),
    controls: shown.controls.map(({ control, relation, shown: { state, because } }) => ({
      ...control,
      relation: relation?.relation ?? null,
      reason: relation?.reason ?? null,
      state,
      because,
    })),
    shown: shown.state,
    sources: [...(entry?.cite ?? []), ...(law.history[0]?.cite ?? [])].filter(
      (source, at, all) =>
        all.findIndex(({ title, locator }) => title === source.title && locator === source.locator) === at,
    ),
    former: obligation.history
      .filter(({ value }) => value !== duty)
      .map(({ from, value }) => ({ from, title: value.title, note: value.note ?? null })),
  });
}
