import type { RoleId } from "../kernel/ids.ts";
import { type Gates, gateNames, type Role } from "../workforce/role.ts";
import { activeGates } from "./apply-gates.ts";
import type { ExposureAssessment, RoleExposure, TechnicalParts } from "./exposure-assessment.ts";
import type { ModelParameters } from "./occupation-pack.ts";
import { addParts, gatedParts, scaledParts } from "./technical-parts.ts";
import type { Amount, WhatIfBase, WhatIfUnit } from "./what-if.ts";

/** Roles that can be changed alone, and departments that can be changed together: the largest. */
const mostRoles = 30;
const mostDepartments = 60;

/**
 * What a person may try changes on: the largest roles one by one, the others together with those of their department and
 * gates, and those in `hidden` as one block that stays as it is. Null when the assessment says too little.
 */
export function whatIfBase(
  { asOf, roles, totals, timeline }: Pick<ExposureAssessment, "asOf" | "roles" | "totals" | "timeline">,
  inputs: readonly Pick<Role, "id" | "gates">[],
  hidden: ReadonlySet<RoleId>,
  model: ModelParameters,
): WhatIfBase | null {
  const { reach } = timeline;
  if (totals === null || reach === undefined) return null;
  const gatesOf = new Map(inputs.map(({ id, gates }) => [id, gates]));
  const known = roles.flatMap((role) => (role.technical === undefined ? [] : [{ ...role, technical: role.technical }]));
  if (known.length === 0) return null;
  const open = known.filter(({ id }) => !hidden.has(id)).sort((a, b) => b.hours - a.hours);
  const departments = new Set(largestDepartments(open));
  const named = (role: RoleExposure) =>
    role.department !== undefined && departments.has(role.department) ? role.department : null;
  const single = open.slice(0, mostRoles).map((role) => ({
    role: role.id,
    department: named(role),
    gates: onlyOn(gatesOf.get(role.id)),
    fixed: false,
    ...amountsOf(role, role.technical),
  }));
  const together = new Map<string, WhatIfUnit>();
  for (const role of open.slice(mostRoles)) {
    const gates = onlyOn(gatesOf.get(role.id));
    const unit = { role: null, department: named(role), gates, fixed: false, ...amountsOf(role, role.technical) };
    const key = JSON.stringify([unit.department, activeGates(gates)]);
    together.set(key, joined(together.get(key), unit));
  }
  const apart = known
    .filter(({ id }) => hidden.has(id))
    .reduce<WhatIfUnit | undefined>((sum, role) => {
      const technical = gatedParts(role.technical, gatesOf.get(role.id), model.gates);
      return joined(sum, { role: null, department: null, gates: {}, fixed: true, ...amountsOf(role, technical) });
    }, undefined);
  const { hours, pay } = reach;
  const { byPayroll } = totals;
  return {
    asOf,
    headcount: totals.headcount,
    units: [...single, ...together.values(), ...(apart === undefined ? [] : [apart])],
    like: { ...sharesOf(totals), ...hours },
    likePay: byPayroll === undefined || byPayroll === null || pay === null ? null : { ...sharesOf(byPayroll), ...pay },
    model: {
      gates: model.gates,
      adoption: model.adoption,
      softwareLag: model.softwareLag,
      startShare: model.startShare,
      startDepth: model.startDepth,
    },
  };
}

function sharesOf({
  automatable,
  augmentable,
  human,
  score,
}: NonNullable<ExposureAssessment["totals"]>["byPayroll"] & object) {
  return { automatable, augmentable, human, score };
}

function largestDepartments(roles: readonly RoleExposure[]): readonly string[] {
  const hours = new Map<string, number>();
  for (const { department, hours: more } of roles)
    if (department !== undefined) hours.set(department, (hours.get(department) ?? 0) + more);
  return [...hours]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostDepartments)
    .map(([name]) => name);
}

function onlyOn(gates: Gates | undefined): Gates {
  return Object.fromEntries(gateNames.filter((name) => gates?.[name] === true).map((name) => [name, true]));
}

function amountsOf({ hours, payroll }: RoleExposure, technical: TechnicalParts): Pick<WhatIfUnit, "hours" | "pay"> {
  const amount = (total: number): Amount => ({ total, technical: scaledParts(technical, total) });
  return { hours: amount(hours), pay: payroll === null ? null : amount(payroll) };
}

function joined(before: WhatIfUnit | undefined, unit: WhatIfUnit): WhatIfUnit {
  if (before === undefined) return unit;
  const add = (a: Amount, b: Amount): Amount => ({
    total: a.total + b.total,
    technical: addParts(a.technical, b.technical),
  });
  const pay = before.pay === null || unit.pay === null ? (before.pay ?? unit.pay) : add(before.pay, unit.pay);
  return { ...before, hours: add(before.hours, unit.hours), pay };
}
