import type { Verification } from "#app/domain/compliance/obligation-pack.ts";
import type { Reason } from "#app/domain/compliance/reasons.ts";
import type { Formats } from "#app/strings/format.ts";
import { givenWords, labelWords } from "./reason-words.ts";

/** A duty as lists show it. */
export type ListedDuty = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly law: string;
  readonly lawTitle: string;
  readonly appliesFrom: string | null;
  readonly dateOpen: boolean;
  readonly earliestPossible: boolean;
  readonly daysLeft: number | null;
  readonly systems: readonly string[];
  /** The facts that decided and their answers, in a line. */
  readonly why: string;
  readonly verification: Verification;
  readonly evidence: readonly string[];
  readonly controls: readonly string[];
};

type JudgedDuty = Omit<ListedDuty, "why"> & { readonly why: readonly Reason[] };

const known = new WeakMap<Formats, WeakMap<JudgedDuty, ListedDuty>>();

/**
 * For loaders: the words of hundreds of reasons, and the names of all places, need not go to the browser. A duty that was
 * written before for the same kind of reader is looked up.
 */
export function listedDuty(duty: JudgedDuty, f: Formats): ListedDuty {
  const written = known.get(f) ?? new WeakMap<JudgedDuty, ListedDuty>();
  known.set(f, written);
  const before = written.get(duty);
  if (before !== undefined) return before;
  const { id, title, citation, law, lawTitle, appliesFrom, dateOpen, earliestPossible, daysLeft } = duty;
  const { systems, verification, evidence, controls } = duty;
  const why = duty.why.map((reason) => `${labelWords(reason, f)}: ${givenWords(reason, f)}`).join(" · ");
  const when = { appliesFrom, dateOpen, earliestPossible, daysLeft };
  const listed = { id, title, citation, law, lawTitle, ...when, systems, why, verification, evidence, controls };
  written.set(duty, listed);
  return listed;
}
