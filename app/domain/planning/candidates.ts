import { bundlesOf } from "#app/domain/workflows/bundle.ts";
import { designWorkflow, type WorkContext, type WorkflowDesign } from "#app/domain/workflows/design-workflow.ts";
import { candidateOf } from "./candidate-of.ts";
import type { PlanFacts } from "./facts.ts";
import { asksFor, type FamilyGroup, familyGroups, familyOf } from "./groups.ts";
import type { Intervention, InterventionPack } from "./intervention-pack.ts";
import type { CandidateAction, Driver } from "./plan.ts";
import { bindingDuties, reasonsFor } from "./triggers.ts";

/** Most task bundles that are designed and offered. */
export const bundlesOffered = 12;

/** Everything that could be done for an organization, with the ways to do it. The same facts and pack give the same list. */
export function candidatesFor(facts: PlanFacts, pack: InterventionPack): CandidateAction[] {
  const groups = familyGroups(facts, pack);
  const designs = workflowDesigns(facts, pack);
  const found = pack.interventions.flatMap((intervention): CandidateAction[] => {
    if (intervention.per === "family") return perFamily(intervention, facts, pack, groups);
    if (intervention.per === "bundle") return perBundle(intervention, facts, pack, designs);
    return perOrganization(intervention, facts, pack);
  });
  return linked(found, pack, facts);
}

/** The designs of the most exposed bundles, as the workflow pages show them. */
export function workflowDesigns(facts: PlanFacts, pack: InterventionPack): WorkflowDesign[] {
  if (facts.exposure === null) return [];
  return bundlesOf(facts.exposure, facts.roles, bundlesOffered).map((bundle) => {
    const affects = bundle.roles.some((role) => familyOf(role.soc, pack.families)?.personAffecting === true);
    return designWorkflow(bundle, pack.work, workContext(facts, affects));
  });
}

function workContext(facts: PlanFacts, affectsPersons: boolean): WorkContext {
  const named = (controls: readonly string[]) =>
    bindingDuties(facts)
      .filter((duty) => duty.controls.some((control) => controls.includes(control)))
      .map(({ id, title }) => ({ id, title }));
  return {
    humanReview: affectsPersons ? named(["human_oversight", "appeal_human_review"]) : [],
    consultation: named(["worker_consultation"]),
  };
}

function perOrganization(intervention: Intervention, facts: PlanFacts, pack: InterventionPack): CandidateAction[] {
  const family = intervention.when.some((trigger) => trigger.on === "family");
  const groups = family ? familyGroups(facts, pack).filter((group) => asksFor(intervention, group)) : [];
  const reasons = reasonsFor(intervention, facts);
  if (reasons === null && groups.length === 0) return [];
  const heads = facts.roles.reduce((sum, role) => sum + role.headcount, 0);
  const why = [...(reasons?.why ?? []), ...groups.map(exposureDriver)];
  return [
    candidateOf(intervention, facts, pack, { subject: "the organization", key: "", why, reasons, heads, families: [] }),
  ];
}

function perFamily(
  intervention: Intervention,
  facts: PlanFacts,
  pack: InterventionPack,
  groups: readonly FamilyGroup[],
): CandidateAction[] {
  const reasons = reasonsFor(intervention, facts);
  const limited = intervention.when.flatMap((trigger) => (trigger.on === "family" ? (trigger.families ?? []) : []));
  return groups
    .filter((group) => asksFor(intervention, group) || (reasons !== null && limited.length === 0))
    .map((group) => {
      const why = [...(reasons?.why ?? []), ...(asksFor(intervention, group) ? [exposureDriver(group)] : [])];
      const { headcount: heads, family } = group;
      return candidateOf(intervention, facts, pack, {
        subject: family.title,
        key: family.id,
        why,
        reasons,
        heads,
        families: [family.id],
        group,
      });
    });
}

function perBundle(
  intervention: Intervention,
  facts: PlanFacts,
  pack: InterventionPack,
  designs: readonly WorkflowDesign[],
): CandidateAction[] {
  const wanted = intervention.when.flatMap((trigger) => (trigger.on === "bundle" ? [trigger.mode] : []));
  return designs
    .filter((design) => wanted.some((mode) => mode === design.recommended.mode.id))
    .map((design) => {
      const { bundle, recommended } = design;
      const families = new Set(bundle.roles.flatMap((role) => familyOf(role.soc, pack.families)?.id ?? []));
      const [low, high] = [recommended.value.share.low, recommended.value.share.high].map((share) =>
        Math.round(share * 100),
      );
      const why: Driver[] = [
        {
          kind: "exposure",
          ref: bundle.id,
          text: `${grouped(bundle.hours)} hours a year over ${bundle.roles.length} ${bundle.roles.length === 1 ? "role" : "roles"}; ${low} to ${high}% of them could be saved, net of checking`,
        },
      ];
      return candidateOf(intervention, facts, pack, {
        subject: bundle.title,
        key: bundle.id,
        why,
        reasons: null,
        heads: bundle.roles.reduce((sum, role) => sum + role.headcount, 0),
        families: [...families],
        design,
      });
    });
}

/** A whole number as the sentences of a plan write it. */
function grouped(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

function exposureDriver(group: FamilyGroup): Driver {
  const share = Math.round((group.augmentable + group.automatable) * 100);
  return {
    kind: "exposure",
    ref: group.family.id,
    text: `About ${share}% of the working time in ${group.family.title} is exposed`,
  };
}

/** Turns required interventions into the candidates that carry them out: the same family's where there is one, else all of it. */
function linked(found: readonly CandidateAction[], pack: InterventionPack, facts: PlanFacts): CandidateAction[] {
  const consults = found.find((other) => other.interventionId === "control.consultation");
  const consulting = new Set(pack.interventions.filter((own) => own.consultFirst).map((own) => own.id));
  return found.map((action) => {
    const requires = action.requires.flatMap((id) => {
      const carriers = found.filter((other) => other.interventionId === id);
      const near = carriers.filter(
        (other) =>
          action.families.length === 0 ||
          other.families.length === 0 ||
          other.families.some((f) => action.families.includes(f)),
      );
      return near.map((other) => other.id);
    });
    if (consults === undefined || !consulting.has(action.interventionId)) return { ...action, requires };
    const duty = workContext(facts, false).consultation[0];
    const text = `Representatives are consulted before the work changes${duty === undefined ? "" : `: ${duty.title}`}`;
    return {
      ...action,
      requires: [...requires, consults.id],
      why: [...action.why, { kind: "rule" as const, ref: consults.id, text }],
    };
  });
}
