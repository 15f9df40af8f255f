import { estimate } from "#app/domain/kernel/estimate.ts";
import { type Forecast, withinRange } from "#app/domain/kernel/forecast.ts";
import { addDays, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import { usualPolicy } from "#app/domain/learning/should-replan.ts";
import type { WorkflowDesign } from "#app/domain/workflows/design-workflow.ts";
import type { PlanFacts } from "./facts.ts";
import { asksFor, type FamilyGroup } from "./groups.ts";
import type { Amount, Intervention, InterventionMode, InterventionPack } from "./intervention-pack.ts";
import type { CandidateAction, CandidateMode, Driver, Serves } from "./plan.ts";
import { type Reasons, servesNothing } from "./triggers.ts";

/** Normal quantile of a 90 % interval. */
const z90 = 1.645;

/** What an intervention is done to, and why. */
export type Subject = {
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

/** One intervention for one subject: its ways of being done, worth, dates, forecast and reasons. */
export function candidateOf(
  intervention: Intervention,
  facts: PlanFacts,
  pack: InterventionPack,
  about: Subject,
): CandidateAction {
  const posterior = facts.posteriors[intervention.id];
  const base = naturalEffect(intervention, about, facts);
  const effect = effectHere(base, intervention, posterior ?? intervention.prior);
  const rested = effectHere(base, intervention, posterior?.restsOn ?? posterior ?? intervention.prior);
  const worthPerUnit = monthlyWorth(intervention, about, pack, facts);
  const modes = intervention.modes.map((mode) =>
    candidateMode(mode, about.heads, effect, rested, worthPerUnit, facts.perEuro),
  );
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
          ...(rested.mean === effect.mean ? [] : [notEnoughYet(intervention)]),
        ];
  const serves: Serves = {
    ...(about.reasons?.serves ?? servesNothing),
    roles: about.design?.bundle.roles.map((role) => role.id) ?? about.group?.roles.map((role) => role.id) ?? [],
  };
  return {
    id: about.key === "" ? intervention.id : `${intervention.id}~${about.key}`,
    interventionId: intervention.id,
    kind: intervention.kind,
    title: intervention.title.replace("{subject}", withinSentence(about.subject)),
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

type Effect = { readonly mean: number; readonly sd: number };

/** What a belief about an intervention makes of the effect expected here. */
function effectHere(base: Effect, { prior }: Intervention, belief: Effect): Effect {
  return {
    mean: prior.mean === 0 ? base.mean : base.mean * (belief.mean / prior.mean),
    sd: Math.hypot(base.sd, base.mean * (belief.sd / Math.abs(prior.mean || 1))),
  };
}

function notEnoughYet({ id }: Intervention): Driver {
  const { ownOutcomes, pooledOutcomes, sureness } = usualPolicy;
  const text = `Not enough evidence yet to recommend otherwise: that takes ${ownOutcomes} outcomes of yours or ${pooledOutcomes} measured by others, and ${Math.round(sureness * 100)}% certainty that it matters`;
  return { kind: "evidence", ref: id, text };
}

/** The effect expected here before learning: the design's own for workflows, the audit's for the site, the prior's for the rest. */
function naturalEffect(intervention: Intervention, about: Subject, facts: PlanFacts): Effect {
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
  effect: Effect,
  rested: Effect,
  worthPerUnit: number,
  perEuro: number,
): CandidateMode {
  const monthly = ({ mean, sd }: Effect): Effect => {
    return { mean: mean * mode.effect * worthPerUnit, sd: Math.abs(sd * mode.effect * worthPerUnit) };
  };
  const total = ({ fixed, each }: Amount) => Math.round((fixed + each * heads) * 10) / 10;
  return {
    id: mode.id,
    title: mode.title,
    weeks: mode.weeks[1],
    weeksMedian: mode.weeks[0],
    hours: Object.fromEntries(Object.entries(mode.hours).map(([pool, amount]) => [pool, total(amount)])),
    cash: Math.round(total(mode.cash) * perEuro),
    monthly: monthly(effect),
    ...(rested.mean === effect.mean ? {} : { decidedBy: monthly(rested) }),
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

function forecastOf(intervention: Intervention, effect: Effect, asOf: IsoDate): Forecast {
  const { measure, scale, id } = intervention;
  const bounded = (value: number) => withinRange(value, scale);
  const band = estimate(
    bounded(effect.mean),
    bounded(effect.mean - z90 * effect.sd),
    bounded(effect.mean + z90 * effect.sd),
  );
  return { interventionId: id, measure, scale, effect: band, sd: effect.sd, statedOn: asOf };
}

/** "Human resources" inside a sentence is "human resources"; "IT" stays. */
function withinSentence(words: string): string {
  return words.replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());
}
