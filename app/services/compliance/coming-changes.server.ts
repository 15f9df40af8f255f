import { isSure } from "#app/domain/compliance/changed-duties.ts";
import { type DateOfChange, datesOfChange } from "#app/domain/compliance/dates-of-change.ts";
import { termsOn } from "#app/domain/compliance/state-of-duty.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { addDays, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findComplianceStanding } from "#db/repositories/compliance.server.ts";
import type { Deps } from "../deps.ts";
import { assessFacts } from "./assess-facts.ts";
import { loadFacts } from "./load-facts.server.ts";

export type Coming = {
  readonly lawTitles: ReadonlyMap<string, string>;
  /** What changes by itself within twelve months, duties that apply only, soonest first. */
  readonly dates: readonly DateOfChange[];
  /** Those of these days that lie within 90 days. */
  readonly soon: readonly DateOfChange[];
  /** Duties that apply and change by themselves within 90 days. */
  readonly within90: number;
};

/** A change is about a kilobyte. */
const views = keptValues<Coming>(20_000, ({ dates }) => dates.reduce((sum, { changes }) => sum + changes.length, 1));

/** What the calendar alone will change, with today's facts and pack. For callers that have checked who asks. */
export async function comingChanges(
  deps: Pick<Deps, "db" | "knowledge">,
  organizationId: OrganizationId,
  today: IsoDate,
): Promise<Coming> {
  const { stamp } = await findComplianceStanding(deps.db, organizationId);
  const key = [organizationId, today, deps.knowledge.obligations.version, stamp].join("\n");
  return views(deps.db, key, async () => {
    const { facts } = await loadFacts(deps.db, organizationId);
    const { obligations: pack } = deps.knowledge;
    const dates = datesOfChange(assessFacts(facts, pack, today), pack, today, addDays(today, 366))
      .map(({ date, changes }) => ({ date, changes: changes.filter(isSure) }))
      .filter(({ changes }) => changes.length > 0);
    const soon = dates.filter(({ date }) => date <= addDays(today, 90));
    return {
      dates,
      soon,
      within90: new Set(soon.flatMap(({ changes }) => changes.map(({ duty }) => duty))).size,
      lawTitles: new Map(pack.instruments.map((law) => [law.id, termsOn(law, today).title])),
    };
  });
}
