import type { ControlState } from "./control-pack.ts";
import { worseOf } from "./control-state.ts";
import type { ControlStanding } from "./duties-and-controls.ts";

/** What the evidence of a control shows for one law: the state of the duty that needs most, and how many duties ask. */
export type MatrixCell = { readonly state: ControlState; readonly duties: number; readonly shown: number };

export type MatrixRow = { readonly law: string; readonly cells: readonly (MatrixCell | null)[] };

/** Laws by controls. Only controls that a duty asks for have a column; a law without such a duty has no row. */
export type CoverageMatrix = { readonly controls: readonly string[]; readonly rows: readonly MatrixRow[] };

export function coverageMatrix(standings: readonly ControlStanding[]): CoverageMatrix {
  const asked = standings.filter(({ serves }) => serves.length > 0);
  const laws = [...new Set(asked.flatMap(({ serves }) => serves.map(({ duty }) => duty.instrument)))].sort();
  return {
    controls: asked.map(({ control }) => control.id),
    rows: laws.map((law) => ({ law, cells: asked.map((standing) => cellOf(standing, law)) })),
  };
}

function cellOf({ serves }: ControlStanding, law: string): MatrixCell | null {
  const states = serves.filter(({ duty }) => duty.instrument === law).map(({ shown }) => shown.state);
  if (states.length === 0) return null;
  return {
    state: states.reduce(worseOf),
    duties: states.length,
    shown: states.filter((state) => state === "present").length,
  };
}
