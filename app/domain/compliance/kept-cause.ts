import type { IsoDate } from "../kernel/iso-date.ts";
import type { FactChange } from "./changed-facts.ts";
import type { ChangeCause } from "./look-again.ts";

/** Who changed an answer or the inventory, by id, and when; null where nobody can say. */
export type By = { readonly by: string | null; readonly at: string | null };

/** Why a duty changed, as it is kept: with the people behind changed answers. */
export type KeptCause =
  | { readonly kind: "pack"; readonly from: string; readonly to: string }
  | { readonly kind: "day"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: "facts"; readonly facts: readonly (FactChange & By)[] };

/** Facts of one change that are kept; a duty seldom rests on more. */
const most = 12;

export function keptCause(cause: ChangeCause, behind: (fact: FactChange) => By): KeptCause {
  if (cause.kind !== "facts") return cause;
  return { kind: "facts", facts: cause.facts.slice(0, most).map((fact) => ({ ...fact, ...behind(fact) })) };
}
