import { scaled } from "../kernel/estimate.ts";
import { convert } from "../kernel/money.ts";
import type { Role } from "../workforce/role.ts";
import type { RoleExposure } from "./exposure-assessment.ts";
import type { ExposureInput } from "./exposure-input.ts";
import type { JudgedRole } from "./judge-role.ts";
import type { ModelParameters } from "./occupation-pack.ts";
import { unknownShares } from "./score-role.ts";

/** A judged role with its heads, hours and pay. */
export function describeRole(
  role: Role,
  { placed, score, technical, drivers, redeployment }: JudgedRole,
  input: Pick<ExposureInput, "currency" | "rates">,
  model: ModelParameters,
): RoleExposure {
  const { id, title, headcount, department, site, level } = role;
  const { state, match, candidates } = placed;
  const hours = headcount * (role.hoursPerYear ?? model.hoursPerYear);
  const payroll = payrollOf(role, input);
  const { automatable, augmentable, human, score: value, today } = score ?? unknownShares;
  return {
    id,
    title,
    headcount,
    ...(department === undefined ? {} : { department }),
    ...(site === undefined ? {} : { site }),
    ...(level === undefined ? {} : { level }),
    state,
    match: match === null ? null : { ...match, confirmed: state === "confirmed" },
    candidates,
    assessable: score !== null,
    automatable,
    augmentable,
    human,
    score: value,
    today,
    ...(technical === null ? {} : { technical }),
    hours,
    hoursExposed: scaled(value, hours),
    payroll,
    payrollExposed: payroll === null ? null : scaled(value, payroll),
    raterSd: score?.raterSd ?? 0,
    drivers,
    redeployment,
  };
}

/** Pay of all heads in the assessment's currency, or null when pay or a rate is not known: never a guess. */
function payrollOf(role: Role, { currency, rates }: Pick<ExposureInput, "currency" | "rates">): number | null {
  if (role.annualPay === undefined) return null;
  const money = { amount: role.annualPay, currency: role.currency ?? currency };
  if (money.currency === currency) return money.amount * role.headcount;
  const pay = rates === null ? null : convert(money, rates);
  return pay === null ? null : pay * role.headcount;
}
