import { type Estimate, estimate } from "../kernel/estimate.ts";
import type { RoleId } from "../kernel/ids.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { GateName, Gates, Role } from "../workforce/role.ts";
import type { Split } from "./apply-gates.ts";
import type { Reach, TechnicalParts, TimelinePoint, WeightedShares } from "./exposure-assessment.ts";
import type { AdoptionName, AdoptionParameters, ModelParameters } from "./occupation-pack.ts";
import { adoptionOf, projectTimeline } from "./project-timeline.ts";
import { addParts, gatedParts, noParts } from "./technical-parts.ts";

/** Whom a change of circumstances is for. */
export type Where =
  | { readonly kind: "all" }
  | { readonly kind: "department"; readonly department: string }
  | { readonly kind: "role"; readonly role: RoleId };

export type GateSwitch = { readonly gate: GateName; readonly on: boolean; readonly where: Where };

/** What a person changes to see what would follow. */
export type WhatIf = {
  readonly gates: readonly GateSwitch[];
  readonly setting: AdoptionName;
  /** What differs from the setting. */
  readonly adoption: Partial<AdoptionParameters>;
};

/** The gates of a role after the changes. */
export function gatesUnder(
  gates: Gates | undefined,
  { id, department }: { readonly id: RoleId | null; readonly department?: string | null | undefined },
  { gates: switches }: Pick<WhatIf, "gates">,
): Gates {
  const changed: Record<string, boolean> = { ...gates };
  for (const { gate, on, where } of switches) {
    const meant =
      where.kind === "all" || (where.kind === "department" ? where.department === department : where.role === id);
    if (meant) changed[gate] = on;
  }
  return changed;
}

/** The roles as they would be; those in `untouched` stay as they are. */
export function rolesUnder(
  roles: readonly Role[],
  whatIf: Pick<WhatIf, "gates">,
  untouched: ReadonlySet<RoleId>,
): readonly Role[] {
  if (whatIf.gates.length === 0) return roles;
  return roles.map((role) =>
    untouched.has(role.id) ? role : { ...role, gates: gatesUnder(role.gates, role, whatIf) },
  );
}

/** Hours or money a year, and what would be possible of them without gates. */
export type Amount = { readonly total: number; readonly technical: TechnicalParts };

/** A role, or roles with the same department and gates together: gates act alike on their sum. */
export type WhatIfUnit = {
  /** Set when the role can be changed alone. */
  readonly role: RoleId | null;
  readonly department: string | null;
  readonly gates: Gates;
  /** Roles of few people, which this person may not try changes on: their parts already hold the effect of their gates. */
  readonly fixed: boolean;
  readonly hours: Amount;
  readonly pay: Amount | null;
};

/** Everything a browser needs to compute an organization again. Nothing in it depends on the occupation pack. */
export type WhatIfBase = {
  readonly asOf: IsoDate;
  readonly headcount: number;
  readonly units: readonly WhatIfUnit[];
  /** Estimates with the intervals of the assessment: new values take their relative widths. */
  readonly like: WeightedShares & Reach;
  readonly likePay: (WeightedShares & Reach) | null;
  readonly model: Pick<ModelParameters, "gates" | "adoption" | "softwareLag" | "startShare" | "startDepth">;
};

export type WhatIfResult = {
  readonly byHours: WeightedShares;
  readonly byPayroll: WeightedShares | null;
  readonly hoursExposed: Estimate;
  readonly payrollExposed: Estimate | null;
  readonly adoption: AdoptionParameters;
  readonly points: readonly TimelinePoint[];
};

/**
 * The organization under other circumstances. Values are exact; each interval keeps the relative width it has in the
 * assessment, because the draws stay with the server. Null when nothing could be assessed.
 */
export function recompute(base: WhatIfBase, whatIf: WhatIf): WhatIfResult | null {
  const { like, likePay, model } = base;
  const hours = sumAmounts(base, whatIf, ({ hours }) => hours);
  if (hours.total === 0) return null;
  const pay = likePay === null ? null : sumAmounts(base, whatIf, ({ pay }) => pay);
  const adoption = adoptionOf(whatIf.setting, base.headcount, whatIf.adoption, model);
  const byHours = sharesLike(hours, like);
  const byPayroll = pay === null || likePay === null || pay.total === 0 ? null : sharesLike(pay, likePay);
  const exposed = ({ total }: Amount, { score }: WeightedShares) => timesAll(score, total);
  return {
    byHours,
    byPayroll,
    hoursExposed: exposed(hours, byHours),
    payrollExposed: byPayroll === null || pay === null ? null : exposed(pay, byPayroll),
    adoption,
    points: projectTimeline({
      asOf: base.asOf,
      adoption,
      hours: wholeReach(hours.technical, like),
      automatable: reachLike(hours.technical, "automatable", like.automatable),
      augmentable: reachLike(hours.technical, "augmentable", like.augmentable),
      pay: pay === null || likePay === null ? null : wholeReach(pay.technical, likePay),
    }),
  };
}

function sumAmounts(base: WhatIfBase, whatIf: WhatIf, read: (unit: WhatIfUnit) => Amount | null): Amount {
  let total = 0;
  let technical = noParts;
  for (const unit of base.units) {
    const amount = read(unit);
    if (amount === null) continue;
    total += amount.total;
    const gates = unit.fixed
      ? undefined
      : gatesUnder(unit.gates, { id: unit.role, department: unit.department }, whatIf);
    technical = addParts(technical, gatedParts(amount.technical, gates, base.model.gates));
  }
  return { total, technical };
}

function sharesLike({ total, technical: { today, software } }: Amount, like: WeightedShares): WeightedShares {
  const share = (part: keyof Split) => (today[part] + software[part]) / total;
  const [automatable, augmentable] = [share("automatable"), share("augmentable")];
  const score = within(valueLike(automatable + augmentable, like.score));
  return {
    automatable: within(valueLike(automatable, like.automatable)),
    augmentable: within(valueLike(augmentable, like.augmentable)),
    human: estimate(1 - score.value, 1 - score.high, 1 - score.low),
    score,
  };
}

function wholeReach({ today, software }: TechnicalParts, like: Reach): Reach {
  const whole = ({ automatable, augmentable }: Split) => automatable + augmentable;
  return { today: valueLike(whole(today), like.today), software: valueLike(whole(software), like.software) };
}

/** One of the two shares within reach, with the relative width that the share has as a whole. */
export function reachLike({ today, software }: TechnicalParts, part: keyof Split, like: Estimate): Reach {
  return { today: valueLike(today[part], like), software: valueLike(software[part], like) };
}

/** A value with the relative interval of another. */
function valueLike(value: number, { value: known, low, high }: Estimate): Estimate {
  return known === 0 ? estimate(value, 0, value) : estimate(value, (value * low) / known, (value * high) / known);
}

function within({ value, low, high }: Estimate): Estimate {
  return { value, low: Math.max(0, low), high: Math.min(1, Math.max(high, value)) };
}

function timesAll({ value, low, high }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low * factor, high: high * factor };
}
