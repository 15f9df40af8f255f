import { addDays, type IsoDate } from "../kernel/iso-date.ts";
import { hidesGroup } from "../tenancy/small-groups.ts";

/** What was done about somebody's knowledge of AI: of a person by name, or of a role with so many people. */
export type LiteracyRecord = {
  readonly who: string;
  /** True when `who` names one person. */
  readonly person: boolean;
  readonly people: number;
  readonly topic: string;
  readonly heldOn: IsoDate;
  readonly expiresOn: IsoDate | null;
  readonly evidence: string | null;
};

export type RecordState = "current" | "expiring" | "expired";

/** Days before its end at which a record counts as expiring. */
const warning = 60;

export function stateOfRecord({ expiresOn }: Pick<LiteracyRecord, "expiresOn">, today: IsoDate): RecordState {
  if (expiresOn === null || expiresOn > addDays(today, warning)) return "current";
  return expiresOn < today ? "expired" : "expiring";
}

/** Whether somebody may see one record: who may see people may; others where it is of a role of five people and more. */
export function isVisible({ person, people }: Pick<LiteracyRecord, "person" | "people">, seesPeople: boolean): boolean {
  return seesPeople || (!person && !hidesGroup(people, seesPeople));
}

/**
 * What somebody may see of the record: who may see people sees all; others see roles of five people and more. Persons and
 * smaller roles are counted together, and not even that when they are fewer than five.
 */
export function visibleRecords<One extends LiteracyRecord>(
  records: readonly One[],
  seesPeople: boolean,
): { readonly shown: readonly One[]; readonly withheld: number | null } {
  const shown = records.filter((one) => isVisible(one, seesPeople));
  const withheld = records.length - shown.length;
  return { shown, withheld: hidesGroup(withheld, seesPeople) && withheld > 0 ? null : withheld };
}
