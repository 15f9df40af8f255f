import type { Estimate } from "../kernel/estimate.ts";
import type { RoleId, ScenarioId } from "../kernel/ids.ts";
import type { ScenarioResult } from "./compare-scenarios.ts";
import type { AdoptionParameters } from "./occupation-pack.ts";
import type { WhatIf, WhatIfBase } from "./what-if.ts";

/** What a page shows of a scenario's result: everything but the draws. */
export type ShownResult = Omit<ScenarioResult, "draws">;

export type ShownScenario = {
  readonly id: ScenarioId;
  readonly name: string;
  readonly version: number;
  readonly by: string | null;
  readonly createdAt: string;
  readonly computedAt: string;
  readonly knowledgeVersion: string;
  readonly parameters: WhatIf;
  readonly result: ShownResult;
  /** Roles, choices or knowledge changed since it was computed. */
  readonly stale: boolean;
  /** Roles of few people are left as they are in what this person sees. */
  readonly withoutSmall: boolean;
};

export type ScenarioList = {
  readonly scenarios: readonly ShownScenario[];
  readonly removed: readonly { readonly id: ScenarioId; readonly name: string }[];
  readonly assessed: boolean;
  readonly full: boolean;
  readonly mayEdit: boolean;
};

export type OneScenario = ShownScenario & {
  readonly removed: boolean;
  readonly mayEdit: boolean;
  readonly sources: Readonly<Record<string, string>>;
  /** Names of the roles that its parameters name. */
  readonly roleNames: Readonly<Record<string, string>>;
  /** Every time it was computed, newest first. */
  readonly history: readonly {
    readonly id: string;
    readonly at: string;
    readonly knowledgeVersion: string;
    readonly score: Estimate | null;
  }[];
};

export type ComparedScenario = ShownScenario & {
  /** Against the first of the comparison, draw by draw; null when knowledge differs, and for the first itself. */
  readonly difference: Readonly<Record<"score" | "automatable" | "augmentable", Estimate | null>>;
};

export type WhatIfDesk = {
  readonly base: WhatIfBase;
  readonly currency: string;
  readonly setting: WhatIf["setting"];
  readonly roles: readonly { readonly id: RoleId; readonly title: string }[];
  readonly departments: readonly string[];
  readonly bounds: Readonly<Record<keyof AdoptionParameters, readonly [number, number]>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly hidden: number;
  /** Roles and departments that are too small to be named one by one. */
  readonly unnamed: { readonly roles: number; readonly departments: number };
  readonly mayEdit: boolean;
};
