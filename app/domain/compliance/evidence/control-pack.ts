import type { IsoDate } from "../../kernel/iso-date.ts";
import type { Control } from "../obligation-pack.ts";

/**
 * How a control stands to a duty: it is what the duty asks for (`same`), one part of it (`part`), or each has something the other
 * lacks (`overlaps`).
 */
export type Relation = "same" | "part" | "overlaps";

export type ControlRelation = { readonly duty: string; readonly relation: Relation; readonly reason: string };

/** From the one that needs most. Never "compliant": present evidence may still fall short, which a person judges. */
export const controlStates = ["missing", "expired", "needs-judgement", "present"] as const;

export type ControlState = (typeof controlStates)[number];

/** A class of effort or of penalty; `points` is what it counts in the ranking. */
export type Grade = { readonly id: string; readonly title: string; readonly points: number; readonly meaning: string };

export type Graded = { readonly class: string; readonly why: string };

/** When somebody judged what a pack holds, and by when it is to be judged again. */
export type Judged = { readonly judgedOn: IsoDate; readonly reviewBy: IsoDate };

/** What the ranking of gaps counts with. */
export type Ranking = Judged & {
  /** Days after which a duty that does not bind yet counts half. */
  readonly halvingDays: number;
  /** How far away a duty counts as whose first day is not known, or whose enforcement is stayed. */
  readonly undatedDays: number;
  /** How much of a gap is left in each state, 0 to 1. */
  readonly need: Readonly<Record<ControlState, number>>;
  /** Days before its end on which whoever added evidence is reminded. */
  readonly remindDays: number;
};

/** Our judgement about controls: how they stand to duties, what they cost, and what a gap is worth closing. */
export type ControlPack = {
  readonly relations: Judged & { readonly ofControl: ReadonlyMap<string, ReadonlyMap<string, ControlRelation>> };
  readonly effort: Judged & { readonly classes: readonly Grade[]; readonly ofControl: ReadonlyMap<string, Graded> };
  readonly penalties: Judged & { readonly classes: readonly Grade[]; readonly ofLaw: ReadonlyMap<string, Graded> };
  readonly ranking: Ranking;
};

/** How a control stands to a duty. A pair that nobody has judged yet only overlaps: a person has to look. */
export function relationOf(pack: ControlPack, control: Control["id"], duty: string): ControlRelation | null {
  return pack.relations.ofControl.get(control)?.get(duty) ?? null;
}
