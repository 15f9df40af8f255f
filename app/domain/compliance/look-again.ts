import type { IsoDate } from "../kernel/iso-date.ts";
import { assessCompliance } from "./assess-compliance.ts";
import { changedDuties, type DutyChange } from "./changed-duties.ts";
import { changedFacts, type FactChange, factsBehind } from "./changed-facts.ts";
import { type DutyStanding, standingsOn } from "./duty-standing.ts";
import type { Facts } from "./facts.ts";
import type { ObligationPack } from "./obligation-pack.ts";

/** What was seen at the last look: the facts, day and pack, and how each duty stood. */
export type LastLook = {
  readonly facts: Facts;
  readonly asOf: IsoDate;
  readonly packVersion: string;
  readonly standings: readonly DutyStanding[];
};

export type ChangeCause =
  | { readonly kind: "pack"; readonly from: string; readonly to: string }
  | { readonly kind: "day"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: "facts"; readonly facts: readonly FactChange[] };

export type CausedChange = DutyChange & { readonly cause: ChangeCause };

/**
 * What changed since the last look and why. The three causes are taken one after the other (the law as the pack words it, then
 * the day, then the organization's answers), so that each change has one cause and all of them together lead from then to now.
 */
export function lookAgain(
  last: LastLook,
  facts: Facts,
  pack: ObligationPack,
  today: IsoDate,
): { readonly changes: readonly CausedChange[]; readonly look: LastLook } {
  const answers = changedFacts(last.facts, facts);
  const samePack = last.packVersion === pack.version;
  const sameDay = last.asOf === today;
  if (samePack && sameDay && answers.length === 0) return { changes: [], look: last };

  const before = samePack && sameDay ? null : assessCompliance(last.facts, pack, today);
  const worded = before === null || samePack ? last.standings : standingsOn(before, pack, last.asOf);
  const dated = before === null ? worded : standingsOn(before, pack, today);
  const now = answers.length === 0 ? dated : standingsOn(assessCompliance(facts, pack, today), pack, today);
  const caused = (cause: ChangeCause, from: readonly DutyStanding[], to: readonly DutyStanding[]) =>
    changedDuties(from, to).map((change) => ({ ...change, cause }));
  return {
    changes: [
      ...caused({ kind: "pack", from: last.packVersion, to: pack.version }, last.standings, worded),
      ...caused({ kind: "day", from: last.asOf, to: today }, worded, dated),
      ...changedDuties(dated, now).map((change): CausedChange => {
        return { ...change, cause: { kind: "facts", facts: factsBehind(change, answers) } };
      }),
    ],
    look: { facts, asOf: today, packVersion: pack.version, standings: now },
  };
}

/** The first look: nothing to compare with, so nothing has changed. */
export function firstLook(facts: Facts, pack: ObligationPack, today: IsoDate): LastLook {
  const standings = standingsOn(assessCompliance(facts, pack, today), pack, today);
  return { facts, asOf: today, packVersion: pack.version, standings };
}
