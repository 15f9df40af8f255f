import { estimate } from "#app/domain/kernel/estimate.ts";
import type { Forecast } from "#app/domain/kernel/forecast.ts";
import { addDays, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import { bundlesOf } from "#app/domain/workflows/bundle.ts";
import { designWorkflow, type WorkContext, type WorkflowDesign } from "#app/domain/workflows/design-workflow.ts";
import type { PlanFacts } from "./facts.ts";
import { type FamilyGroup, familyGroups, familyOf } from "./groups.ts";
import type { Amount, Intervention, InterventionMode, InterventionPack } from "./intervention-pack.ts";
import type { CandidateAction, CandidateMode, Driver, Serves } from "./plan.ts";
import { bindingDuties, type Reasons, reasonsFor, servesNothing } from "./triggers.ts";

/** Most task bundles that are designed and offered. */
export const bundlesOffered = 12;
/** Normal quantile of a 90 % interval. */
const z90 = 1.645;

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
    candidate(intervention, facts, pack, { subject: "the organization", key: "", why, reasons, heads, families: [] }),
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
      return candidate(intervention, facts, pack, {
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
          text: `${Math.round(bundle.hours)} hours a year over ${bundle.roles.length} ${bundle.roles.length === 1 ? "role" : "roles"}; ${low} to ${high} % of them could be saved, net of checking`,
        },
      ];
      return candidate(intervention, facts, pack, {
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

function asksFor(intervention: Intervention, group: FamilyGroup): boolean {
  return intervention.when.some(
    (trigger) =>
      trigger.on === "family" &&
      group.augmentable + group.automatable >= trigger.augmentable &&
      (trigger.families === undefined || trigger.families.includes(group.family.id)),
  );
}

function exposureDriver(group: FamilyGroup): Driver {
  const share = Math.round((group.augmentable + group.automatable) * 100);
  return {
    kind: "exposure",
    ref: group.family.id,
    text: `About ${share} % of the working time in ${group.family.title} is exposed`,
  };
}

type Subject = {
  readonly subject: string;
  /** Empty for the organization. */
  readonly key: string;
  readonly why: readonly Driver[];
  readonly reasons: Reasons | null;
  readonly heads: number;
  readonly families: readonly string[];
  readonly group?: FamilyGroup;
  readonly design?: WorkflowDesign;
};

function candidate(
  intervention: Intervention,
  facts: PlanFacts,
  pack: InterventionPack,
  about: Subject,
): CandidateAction {
  const posterior = facts.posteriors[intervention.id];
  const belief = posterior ?? intervention.prior;
  const base = naturalEffect(intervention, about, facts);
  const ratio = intervention.prior.mean === 0 ? 1 : belief.mean / intervention.prior.mean;
  const effect = {
    mean: base.mean * ratio,
    sd: Math.hypot(base.sd, base.mean * (belief.sd / Math.abs(intervention.prior.mean || 1))),
  };
  const worthPerUnit = monthlyWorth(intervention, about, pack, facts);
  const modes = intervention.modes.map((mode) => candidateMode(mode, about.heads, effect, worthPerUnit, facts.perEuro));
  const { deadline, mandatory, why } = legalDate(intervention, about, facts, pack);
  const seen =
    posterior === undefined
      ? 0
      : posterior.evidence.ownMeasured + posterior.evidence.ownReported + posterior.evidence.pooledMeasured;
  const learned: Driver[] =
    seen === 0
      ? []
      : [
          {
            kind: "evidence",
            ref: intervention.id,
            text: `${seen} recorded ${seen === 1 ? "outcome" : "outcomes"} changed what is expected of it`,
          },
        ];
  const serves: Serves = {
    ...(about.reasons?.serves ?? servesNothing),
    roles: about.design?.bundle.roles.map((role) => role.id) ?? about.group?.roles.map((role) => role.id) ?? [],
  };
  return {
    id: about.key === "" ? intervention.id : `${intervention.id}~${about.key}`,
    interventionId: intervention.id,
    kind: intervention.kind,
    title: intervention.title.replace("{subject}", about.subject.toLowerCase()),
    owner: intervention.owner,
    subject: about.subject,
    families: intervention.kind === "training" || intervention.kind === "workflow" ? about.families : [],
    details: intervention.modules ?? [intervention.summary],
    modes,
    excluded: (about.design?.options ?? []).flatMap((option) =>
      option.excludedBecause.map((because) => ({ mode: option.mode.title, because })),
    ),
    mandatory,
    deadline,
    requires: intervention.requires,
    forecast: forecastOf(intervention, effect, facts.asOf),
    why: [...about.why, ...why, ...learned],
    serves,
  };
}

/** The effect expected here before learning: the design's own for workflows, the audit's for the site, the prior's for the rest. */
function naturalEffect(intervention: Intervention, about: Subject, facts: PlanFacts): { mean: number; sd: number } {
  if (about.design !== undefined) {
    const { share } = about.design.recommended.value;
    return { mean: share.value, sd: (share.high - share.low) / (2 * z90) };
  }
  const fixes = (facts.visibility?.fixes ?? []).filter((fix) => about.reasons?.serves.fixes.includes(fix.id));
  if (fixes.length > 0) {
    const mean = fixes.reduce((sum, fix) => sum + Math.max(0, fix.effect.value), 0);
    return { mean, sd: fixes.reduce((sum, fix) => sum + (fix.effect.high - fix.effect.low) / (2 * z90), 0) };
  }
  return { mean: intervention.prior.mean, sd: 0 };
}

/** Worth a month of one unit of the effect, in the plan's currency. */
function monthlyWorth(intervention: Intervention, about: Subject, pack: InterventionPack, facts: PlanFacts): number {
  const { worth } = pack;
  const euros = (): number => {
    if (intervention.scale === "hours") return worth.hour * (52 / 12);
    if (about.design !== undefined) return (about.design.bundle.hours / 12) * worth.hour;
    if (intervention.kind === "readiness") return worth.readinessPoint;
    if (intervention.kind === "visibility") return worth.sitePoint;
    const duties = (about.reasons?.duties.length ?? 0) * worth.duty;
    if (intervention.kind === "control") return duties;
    if (intervention.scale !== "smd") return duties + about.heads * worth.hour * worth.trainingTransfer;
    const group = about.group;
    const hours = group === undefined ? about.heads * 40 : (group.hours / 12) * (group.augmentable + group.automatable);
    return hours * worth.hour * worth.trainingTransfer;
  };
  return euros() * facts.perEuro;
}

function candidateMode(
  mode: InterventionMode,
  heads: number,
  effect: { readonly mean: number; readonly sd: number },
  worthPerUnit: number,
  perEuro: number,
): CandidateMode {
  const total = ({ fixed, each }: Amount) => Math.round((fixed + each * heads) * 10) / 10;
  return {
    id: mode.id,
    title: mode.title,
    weeks: mode.weeks[1],
    weeksMedian: mode.weeks[0],
    hours: Object.fromEntries(Object.entries(mode.hours).map(([pool, amount]) => [pool, total(amount)])),
    cash: Math.round(total(mode.cash) * perEuro),
    monthly: { mean: effect.mean * mode.effect * worthPerUnit, sd: Math.abs(effect.sd * mode.effect * worthPerUnit) },
  };
}

/** Controls bind by the first date of the duties they serve, or soon when a duty is in force; blockers by the first half year. */
function legalDate(
  intervention: Intervention,
  about: Subject,
  facts: PlanFacts,
  pack: InterventionPack,
): { mandatory: boolean; deadline: IsoDate | null; why: readonly Driver[] } {
  const soon = addDays(facts.asOf, pack.overdueWithinDays);
  const duties = about.reasons?.duties ?? [];
  const dated = duties.flatMap((duty) =>
    duty.state === "upcoming" && duty.appliesFrom !== null ? [duty.appliesFrom] : [],
  );
  const inForce = duties.some((duty) => duty.state === "in_force");
  // Literacy is owed to those whose work AI reaches; the others may learn too.
  const owed = intervention.kind === "control" || (about.group !== undefined && asksFor(intervention, about.group));
  if (owed && (inForce || dated.length > 0)) {
    const [first] = dated.sort();
    const deadline = inForce || first === undefined || first < facts.asOf ? soon : first;
    const text = inForce ? `In force already, so it is due by ${soon}` : `It is due by ${deadline}`;
    return { mandatory: true, deadline, why: [{ kind: "rule", ref: intervention.id, text }] };
  }
  if ((about.reasons?.serves.blockers.length ?? 0) > 0)
    return {
      mandatory: true,
      deadline: soon,
      why: [{ kind: "rule", ref: intervention.id, text: `Blockers come first: by ${soon}` }],
    };
  return { mandatory: false, deadline: null, why: [] };
}

function forecastOf(
  intervention: Intervention,
  effect: { readonly mean: number; readonly sd: number },
  asOf: IsoDate,
): Forecast {
  const { measure, scale, id } = intervention;
  const bounded = (value: number) => (scale === "probability" ? Math.min(1, Math.max(0, value)) : value);
  const band = estimate(
    bounded(effect.mean),
    bounded(effect.mean - z90 * effect.sd),
    bounded(effect.mean + z90 * effect.sd),
  );
  return { interventionId: id, measure, scale, effect: band, sd: effect.sd, statedOn: asOf };
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
