import { type Estimate, estimateFromDraws, scaled } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import { type Currency, convert, type Rates } from "../kernel/money.ts";
import { totalHeadcount } from "../workforce/headcount.ts";
import type { Role } from "../workforce/role.ts";
import type { ExposureAssessment, ExposureTotals, RoleExposure, TitleMatch } from "./exposure-assessment.ts";
import { findRedeployment } from "./find-redeployment.ts";
import type { TitleMatcher } from "./match-title.ts";
import type { AdoptionName, OccupationPack } from "./occupation-pack.ts";
import { type PlacedRole, placeRole } from "./place-role.ts";
import { projectTimeline } from "./project-timeline.ts";
import { activitiesOf, type DrawCache, exposureLevel, type Score, scoreMixture, unknownShares } from "./score-role.ts";

export type ExposureInput = {
  readonly asOf: IsoDate;
  readonly roles: readonly Role[];
  readonly currency: Currency;
  readonly rates: Rates | null;
  readonly scenario: AdoptionName;
};

export type ExposureKnowledge = { readonly occupations: OccupationPack; readonly titles: Pick<TitleMatcher, "match"> };

const driverCount = 5;

/**
 * Assesses the automation exposure of an organization's roles. The result does not depend on the order of roles, nor on a
 * role being listed once or in parts. Equal titles are matched once.
 */
export function assessExposure(input: ExposureInput, knowledge: ExposureKnowledge): ExposureAssessment {
  const cache: DrawCache = new Map();
  const match = rememberMatches(knowledge.titles);
  const assessed = input.roles.map((role) => {
    const placed = placeRole(role, match, knowledge.occupations);
    const score =
      placed.mixture.length === 0 ? null : scoreMixture(placed.mixture, role.gates, knowledge.occupations, cache);
    return { role, placed, score, result: describeRole(role, placed, score, input, knowledge.occupations, cache) };
  });
  const ids = (test: (result: RoleExposure) => boolean) =>
    assessed.filter(({ result }) => test(result)).map(({ role }) => role.id);
  const totals = sumUp(assessed);
  const headcount = totalHeadcount(input.roles);
  const today = sumHours(
    assessed,
    (draws, at) => draws.today[at] ?? 0,
    (result) => result.today.value,
  );
  const all = totals?.hoursExposed ?? { value: 0, low: 0, high: 0 };
  const software = {
    value: Math.max(0, all.value - today.value),
    low: Math.max(0, all.low - today.low),
    high: Math.max(0, all.high - today.high),
  };
  return {
    asOf: input.asOf,
    currency: input.currency,
    totals,
    unconfirmed: ids(({ state }) => state === "unconfirmed"),
    unmatched: ids(({ state }) => state === "unmatched"),
    notAssessable: ids(({ assessable, state }) => !assessable && state !== "unmatched"),
    roles: assessed.map(({ result }) => result),
    timeline: projectTimeline(
      { asOf: input.asOf, scenario: input.scenario, headcount, today, software },
      knowledge.occupations.model,
    ),
    knowledge: { pack: knowledge.occupations.pack, version: knowledge.occupations.version },
  };
}

type Assessed = {
  readonly role: Role;
  readonly placed: PlacedRole;
  readonly score: Score | null;
  readonly result: RoleExposure;
};

function rememberMatches(titles: Pick<TitleMatcher, "match">): (title: string, context: string) => TitleMatch {
  const known = new Map<string, TitleMatch>();
  return (title, context) => {
    const key = `${title}\u0000${context}`;
    const match = known.get(key) ?? titles.match(title, context);
    known.set(key, match);
    return match;
  };
}

function describeRole(
  role: Role,
  placed: PlacedRole,
  score: Score | null,
  input: ExposureInput,
  pack: OccupationPack,
  cache: DrawCache,
): RoleExposure {
  const { state, match, candidates, mixture } = placed;
  const hours = role.headcount * (role.hoursPerYear ?? pack.model.hoursPerYear);
  const payroll = payrollOf(role, input);
  const { automatable, augmentable, human, score: value, today } = score ?? unknownShares;
  const [first] = mixture;
  return {
    id: role.id,
    title: role.title,
    headcount: role.headcount,
    ...(role.department === undefined ? {} : { department: role.department }),
    ...(role.site === undefined ? {} : { site: role.site }),
    ...(role.level === undefined ? {} : { level: role.level }),
    state,
    match: match === null ? null : { ...match, confirmed: state === "confirmed" },
    candidates,
    assessable: score !== null,
    automatable,
    augmentable,
    human,
    score: value,
    today,
    hours,
    hoursExposed: scaled(value, hours),
    payroll,
    payrollExposed: payroll === null ? null : scaled(value, payroll),
    raterSd: score?.raterSd ?? 0,
    drivers: score === null ? [] : activitiesOf(mixture, role.gates, pack).slice(0, driverCount),
    redeployment: first === undefined ? [] : findRedeployment(first.occupation, role.gates, pack, cache),
  };
}

/** Pay of all heads in the assessment's currency, or null when pay or a rate is not known: never a guess. */
function payrollOf(role: Role, input: ExposureInput): number | null {
  if (role.annualPay === undefined) return null;
  const currency = role.currency ?? input.currency;
  if (currency === input.currency) return role.annualPay * role.headcount;
  const pay = input.rates === null ? null : convert({ amount: role.annualPay, currency }, input.rates);
  return pay === null ? null : pay * role.headcount;
}

function sumUp(assessed: readonly Assessed[]): ExposureTotals | null {
  const scored = assessed.filter(({ score }) => score !== null);
  const hours = scored.reduce((sum, { result }) => sum + result.hours, 0);
  if (hours === 0) return null;
  const share = (pick: (draws: Score["draws"], at: number) => number, value: (result: RoleExposure) => number) =>
    scaled(sumHours(scored, pick, value), 1 / hours);
  const automatable = share(
    (draws, at) => draws.automatable[at] ?? 0,
    (result) => result.automatable.value,
  );
  const augmentable = share(
    (draws, at) => draws.augmentable[at] ?? 0,
    (result) => result.augmentable.value,
  );
  const exposed = sumHours(
    scored,
    (draws, at) => (draws.automatable[at] ?? 0) + (draws.augmentable[at] ?? 0),
    (result) => result.score.value,
  );
  const score = scaled(exposed, 1 / hours);
  const headcount = totalHeadcount(assessed.map(({ role }) => role));
  const sure = assessed.filter(
    ({ result }) => result.assessable && (result.state === "confirmed" || result.state === "matched"),
  );
  const paid = scored.filter(({ result }) => result.payroll !== null);
  return {
    automatable,
    augmentable,
    human: { value: 1 - score.value, low: 1 - score.high, high: 1 - score.low },
    score,
    headcount,
    coverage: totalHeadcount(sure.map(({ role }) => role)) / headcount,
    hoursExposed: exposed,
    payrollExposed: paid.length === 0 ? null : sumPayroll(paid),
    payKnown: totalHeadcount(paid.map(({ role }) => role)) / headcount,
  };
}

/** Hours a year over all scored roles, draw by draw, so that errors that roles share do not cancel. */
function sumHours(
  assessed: readonly Assessed[],
  pick: (draws: Score["draws"], at: number) => number,
  value: (result: RoleExposure) => number,
): Estimate {
  return sumDraws(assessed, ({ hours }) => hours, pick, value);
}

function sumPayroll(assessed: readonly Assessed[]): Estimate {
  return sumDraws(
    assessed,
    ({ payroll }) => payroll ?? 0,
    (draws, at) => (draws.automatable[at] ?? 0) + (draws.augmentable[at] ?? 0),
    (result) => result.score.value,
  );
}

function sumDraws(
  assessed: readonly Assessed[],
  weight: (result: RoleExposure) => number,
  pick: (draws: Score["draws"], at: number) => number,
  value: (result: RoleExposure) => number,
): Estimate {
  const scored = assessed.flatMap(({ score, result }) => (score === null ? [] : [{ draws: score.draws, result }]));
  const size = scored[0]?.draws.today.length ?? 0;
  if (size === 0) return { value: 0, low: 0, high: 0 };
  const sums = new Float64Array(size);
  let expected = 0;
  for (const { draws, result } of scored) {
    const factor = weight(result);
    expected += factor * value(result);
    for (let at = 0; at < size; at++) sums[at] = (sums[at] ?? 0) + factor * pick(draws, at);
  }
  return estimateFromDraws(sums, exposureLevel, expected);
}
