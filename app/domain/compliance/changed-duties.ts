import { canonicalJson } from "../kernel/canonical.ts";
import type { DutyStanding } from "./duty-standing.ts";

/** In what a duty differs: it began or ceased to apply, became sure or open, or its date, state, systems or words moved. */
export type ChangeAspect = "began" | "ended" | "certainty" | "date" | "state" | "systems" | "wording";

/** A duty before and after; null where it does not apply. */
export type DutyChange = {
  readonly duty: string;
  readonly instrument: string;
  readonly before: DutyStanding | null;
  readonly after: DutyStanding | null;
  readonly aspects: readonly ChangeAspect[];
};

/** What changed from one day, pack or set of facts to another, by id of the duty. Back again is the same with the ends exchanged. */
export function changedDuties(before: readonly DutyStanding[], after: readonly DutyStanding[]): DutyChange[] {
  const earlier = new Map(before.map((standing) => [standing.id, standing]));
  const later = new Map(after.map((standing) => [standing.id, standing]));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  return ids.flatMap((id) => changeOf(earlier.get(id) ?? null, later.get(id) ?? null) ?? []);
}

/** How one duty changed; null when it did not. */
export function changeOf(before: DutyStanding | null, after: DutyStanding | null): DutyChange | null {
  const named = after ?? before;
  if (named === null) return null;
  const aspects = aspectsOf(before, after);
  return aspects.length === 0 ? null : { duty: named.id, instrument: named.instrument, before, after, aspects };
}

function aspectsOf(before: DutyStanding | null, after: DutyStanding | null): ChangeAspect[] {
  if (before === after) return [];
  if (before === null || after === null) return [before === null ? "began" : "ended"];
  const differs: readonly (readonly [ChangeAspect, boolean])[] = [
    ["certainty", before.applies !== after.applies],
    ["date", before.appliesFrom !== after.appliesFrom || before.dateOpen !== after.dateOpen],
    ["state", before.state !== after.state],
    ["systems", canonicalJson(before.systems) !== canonicalJson(after.systems)],
    ["wording", before.wording !== after.wording && canonicalJson(before.wording) !== canonicalJson(after.wording)],
  ];
  return differs.flatMap(([aspect, is]) => (is ? [aspect] : []));
}

/** What the duty asks now, or asked before it ceased to apply. */
export function titleOfChange({ duty, before, after }: Pick<DutyChange, "duty" | "before" | "after">): string {
  return (after ?? before)?.wording.title ?? duty;
}

/** Whether the change is of a duty that applies, or did, and not only of one that may. */
export function isSure({ before, after }: Pick<DutyChange, "before" | "after">): boolean {
  return before?.applies === "yes" || after?.applies === "yes";
}
