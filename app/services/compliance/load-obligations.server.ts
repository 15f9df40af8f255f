import { isSure } from "#app/domain/compliance/changed-duties.ts";
import { findContradictions } from "#app/domain/compliance/contradictions.ts";
import { coverageOf } from "#app/domain/compliance/coverage.ts";
import { datesOfChange, recordsBegin } from "#app/domain/compliance/dates-of-change.ts";
import { deadlinesOf } from "#app/domain/compliance/deadlines.ts";
import type { DutyState, ObligationFinding } from "#app/domain/compliance/findings.ts";
import { type DutyGroup, dutyGroups, groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { daysLeftOf } from "#app/domain/compliance/state-of-duty.ts";
import { findUnrecognised } from "#app/domain/compliance/unrecognised.ts";
import { addDays, type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findAssessedFacts, findComplianceStanding } from "#db/repositories/compliance.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { hashOfFacts } from "./assess-facts.ts";
import { type Assessed, type AssessedQuery, assessedNow } from "./load-assessed.server.ts";

export type ObligationsQuery = AssessedQuery & {
  readonly state?: string;
  readonly law?: string;
  readonly system?: string;
};

export type ObligationsView = ReturnType<typeof viewOf>;

/** Groups that the page shows folded. */
const folded: ReadonlySet<DutyGroup> = new Set(["open", "optional", "watch"]);

/** A line is about half a kilobyte. */
const views = keptValues<ObligationsView>(60_000, ({ counts }) => 50 + counts.shown);

/** The duties that apply or may, by state and date, filtered as the address asks. Counts are of all, not of what is shown. */
export async function loadObligations(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: ObligationsQuery,
): Promise<Result<ObligationsView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const { latest, stamp } = await findComplianceStanding(deps.db, organizationId);

  const today = isoDateOf(deps.now());
  const asked = JSON.stringify([query.asOf, query.state, query.law, query.system]);
  const key = [organizationId, latest, today, deps.knowledge.version, asked, stamp].join("\n");
  const view = await views(deps.db, key, async () => {
    const kept = latest === null ? null : await findAssessedFacts(deps.db, organizationId, latest);
    return viewOf(await assessedNow(deps, actor, query), kept, query);
  });
  return ok(view);
}

function viewOf(assessed: Assessed, kept: Awaited<ReturnType<typeof findAssessedFacts>>, query: ObligationsQuery) {
  const { assessment, asOf, today, pack, systems, lawTitles, facts } = assessed;
  const sure = assessment.obligations.filter(({ applies }) => applies === "yes");
  const count = (state: DutyState) => sure.filter((duty) => duty.state === state).length;
  const shown = assessment.obligations.filter((duty) => matches(duty, query));
  const groups = dutyGroups.flatMap((group) => {
    const duties = shown.filter((duty) => groupOfDuty(duty) === group).sort(group === "upcoming" ? byDate : byLaw);
    if (duties.length === 0) return [];
    const rows = duties.map((duty) => rowOf(duty, assessed));
    // What may apply is a list to look up, not work to do: its evidence stands on the duty's own page.
    return [{ group, duties: folded.has(group) ? rows.map((row) => ({ ...row, evidence: [], controls: [] })) : rows }];
  });
  const { checked, instruments, obligations, notCovered } = coverageOf(pack, today);
  const begin = recordsBegin(pack);
  return {
    asOf,
    today,
    version: pack.version,
    counts: {
      inForce: count("in_force"),
      upcoming: count("upcoming"),
      stayed: count("stayed"),
      voluntary: count("voluntary"),
      watch: count("watch"),
      open: assessment.obligations.filter((duty) => groupOfDuty(duty) === "open").length,
      questions: assessment.questions.length,
      notApplicable: assessment.notApplicable.length,
      shown: shown.length,
    },
    groups,
    laws: [...new Set(assessment.obligations.map(({ instrument }) => instrument))]
      .map((id) => ({ value: id, label: lawTitles.get(id) ?? id }))
      .sort((a, b) => a.label.localeCompare(b.label, "en")),
    systems: systems.map(({ id, name }) => ({ value: id as string, label: name })),
    inventory: facts.systems === null ? ("unanswered" as const) : ("answered" as const),
    deadlines: deadlinesOf(assessment)
      .filter(({ uncertain }) => !uncertain)
      .map(({ date, instrument, daysLeft, duties }) => ({
        date,
        daysLeft,
        law: instrument,
        label: lawTitles.get(instrument) ?? instrument,
        duties: duties.filter(({ applies }) => applies === "yes").length,
      })),
    days: daysThatMatter(assessed),
    undated: sure.filter(({ state, appliesFrom }) => state === "in_force" && appliesFrom === null).length,
    beforeRecords: asOf < (begin ?? asOf),
    recordsBegin: begin,
    coverage: { checked, instruments, obligations, notCovered },
    doubts: doubtsOf(assessed),
    kept:
      kept === null
        ? null
        : {
            at: kept.createdAt.toISOString(),
            asOf: kept.asOf,
            outdated: hashOfFacts(kept.facts) !== hashOfFacts(facts) || kept.packVersion !== pack.version,
          },
  };
}

/** Years before today in which a day may be chosen at once; others are typed. */
const yearsBack = 2;

/** Every day on which something that applies changes by itself, from two years back, with how many duties. */
function daysThatMatter({ assessment, pack, today }: Assessed) {
  const from = addDays(today, -365 * yearsBack);
  return datesOfChange(assessment, pack, from, "9999-12-31" as IsoDate).flatMap(({ date, changes }) => {
    const duties = changes.filter(isSure).length;
    return duties === 0 ? [] : [{ date, duties }];
  });
}

/** Answers that contradict each other, and codes that count for nothing because no law knows them. */
function doubtsOf({ facts, pack, systemNames }: Assessed) {
  const name = (system: string | undefined) => (system === undefined ? null : (systemNames.get(system) ?? system));
  return {
    contradictions: findContradictions(facts).map(({ kind, system }) => ({ kind, system: name(system) })),
    unrecognised: findUnrecognised(facts, pack.facts).map(({ fact, value }) => ({
      label: pack.facts.find(({ id }) => id === fact)?.label ?? fact,
      value,
    })),
  };
}

function matches(duty: ObligationFinding, { state, law, system }: ObligationsQuery): boolean {
  if (state !== undefined && groupOfDuty(duty) !== state) return false;
  if (law !== undefined && duty.instrument !== law) return false;
  return system === undefined || duty.systems.includes(system);
}

/** Soonest first; what was in force before our records begin stands before everything dated. */
function byDate(a: ObligationFinding, b: ObligationFinding): number {
  const [from, to] = [a.appliesFrom ?? (a.dateOpen ? "9999" : ""), b.appliesFrom ?? (b.dateOpen ? "9999" : "")];
  if (from !== to) return from < to ? -1 : 1;
  return a.instrument === b.instrument ? 0 : a.instrument < b.instrument ? -1 : 1;
}

function byLaw(a: ObligationFinding, b: ObligationFinding): number {
  return a.instrument === b.instrument ? byDate(a, b) : a.instrument < b.instrument ? -1 : 1;
}

/** One duty as a line of a list. */
export function rowOf(duty: ObligationFinding, { asOf, lawTitles, reasons, systemNames, pack }: Assessed) {
  const titles = new Map(pack.controls.map(({ id, title }) => [id, title]));
  return {
    id: duty.id,
    title: duty.title,
    citation: duty.citation,
    law: duty.instrument,
    lawTitle: lawTitles.get(duty.instrument) ?? duty.instrument,
    group: groupOfDuty(duty),
    kind: duty.kind,
    appliesFrom: duty.appliesFrom,
    dateOpen: duty.dateOpen,
    earliestPossible: duty.earliestPossible,
    daysLeft: daysLeftOf(duty.appliesFrom, asOf),
    systems: duty.systems.map((system) => systemNames.get(system) ?? system),
    // A line names the answers; what the rule asks of them stands on the duty's own page.
    why: reasons.of(duty.because.slice(0, 4)).map((reason) => ({ ...reason, asked: null, systems: [] })),
    verification: duty.verification,
    evidence: duty.evidence,
    controls: duty.controls.map((control) => titles.get(control) ?? control),
  };
}
