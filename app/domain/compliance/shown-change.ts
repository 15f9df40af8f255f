import type { IsoDate } from "../kernel/iso-date.ts";
import type { ChangeLine } from "./change-lines.ts";
import type { DutyState } from "./findings.ts";
import type { ShownCause } from "./shown-cause.ts";

/** How a duty stood, with the names of its systems, as pages show it before and after a change. */
export type ShownStanding = {
  readonly applies: "yes" | "unknown";
  readonly state: DutyState;
  readonly appliesFrom: IsoDate | null;
  readonly dateOpen: boolean;
  readonly systems: readonly string[];
  readonly evidence: readonly string[];
};

/** What in the plan serves a duty: its items with the pools that work on them, and the roles they are for. */
export type Touched = {
  readonly items: readonly { readonly id: string; readonly title: string; readonly pools: readonly string[] }[];
  readonly roles: readonly { readonly id: string; readonly title: string }[];
  /** Roles of fewer than five people, which this reader is not shown. */
  readonly hiddenRoles: number;
};

/** A change found, with everything a page says of it. */
export type ShownChange = {
  readonly id: string;
  readonly duty: string;
  readonly title: string;
  readonly lawId: string;
  readonly law: string;
  readonly lines: readonly ChangeLine[];
  readonly before: ShownStanding | null;
  readonly after: ShownStanding | null;
  readonly cause: ShownCause;
  readonly owner: string | null;
  readonly touches: Touched;
  readonly noted: { readonly at: string; readonly by: string | null } | null;
};

/** What one look found for one kind of cause; `waiting` are the ids that nobody has taken note of. */
export type ShownGroup = {
  readonly key: string;
  readonly at: string;
  readonly cause: ShownCause["kind"];
  readonly changes: readonly ShownChange[];
  readonly waiting: readonly string[];
};

/** A day on which duties change by themselves. */
export type ComingDay = {
  readonly date: IsoDate;
  readonly changes: readonly Pick<ShownChange, "duty" | "title" | "law" | "lines">[];
};
