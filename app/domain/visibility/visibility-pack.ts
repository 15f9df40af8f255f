import type { Citation } from "../kernel/dated.ts";
import type { Estimate } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { SourceRule } from "./cited-sources.ts";
import type { ProbeCosts } from "./plan-probes.ts";
import type { VisibilityValidation } from "./visibility-validation.ts";

/** How well an effect is known. `folklore` is shown with its reason and weighs nothing. */
export type EvidenceGrade = "strong" | "moderate" | "weak" | "folklore";

/** Why an agent fetches pages. Only `search` decides whether a page can be cited today. */
export type AgentPurpose = "search" | "user-triggered" | "training" | "opt-out" | "mixed" | "other";

/** What the operator says, or is known to do, about robots.txt. */
export type Obedience = "obeys" | "may-ignore" | "ignores" | "unclear";

export type Agent = {
  /** The name that a robots.txt group uses. */
  readonly token: string;
  readonly operator: string | null;
  readonly purpose: AgentPurpose;
  readonly obedience: Obedience;
  /** What blocking this agent changes for the site, in words. */
  readonly effectOfBlocking: string;
  readonly documentation: string | null;
  readonly ipList: string | null;
  readonly retired: boolean;
  readonly checkedOn: IsoDate;
  readonly source: string;
};

/** An answer engine, the agent that fills its index, and whether that agent runs scripts. */
export type Engine = {
  readonly id: string;
  readonly name: string;
  readonly searchAgent: string;
  readonly rendersScript: boolean;
  /** Lower-case names of robots metas that this engine obeys besides `robots`. */
  readonly metaNames: readonly string[];
  /** Whether nosnippet and max-snippet:0 keep a page out of this engine's answers. */
  readonly snippetRules: boolean;
  readonly note: string;
};

/** How much of a working day a fix takes: `minutes`, `hours` (under a day), `days`, `weeks`. */
export type Effort = "minutes" | "hours" | "days" | "weeks";

/** One thing that is looked at. `weight` is in points of 100; `penalty` is what can be taken off at most. */
export type CheckDefinition = {
  readonly id: string;
  readonly title: string;
  readonly grade: EvidenceGrade;
  readonly contested: boolean;
  /** The known effect on being cited, in words, with its size where one was measured. */
  readonly effect: string;
  readonly weight: number;
  readonly penalty: number;
  readonly gate: boolean;
  readonly effort: Effort;
  readonly fix: string;
  readonly sources: readonly Citation[];
  readonly reviewBy: IsoDate;
};

/** Two thresholds of one stuffing feature: the 95th and the 99th percentile of ordinary pages. */
export type StuffingThreshold = { readonly watch: number; readonly stuffed: number };

export type StuffingThresholds = {
  readonly topWordShare: StuffingThreshold;
  readonly topBigramShare: StuffingThreshold;
  readonly densestWindow: StuffingThreshold;
  readonly titlePhrasePer100: StuffingThreshold;
  readonly compressionRatio: StuffingThreshold;
};

/** What a structured-data type must and should carry; `a|b` means either. */
export type EntityRule = {
  readonly types: readonly string[];
  readonly required: readonly string[];
  readonly recommended: readonly string[];
};

export type VisibilityPack = {
  readonly version: string;
  readonly checkedOn: IsoDate;
  readonly checks: readonly CheckDefinition[];
  readonly agents: readonly Agent[];
  readonly engines: readonly Engine[];
  readonly stuffing: StuffingThresholds;
  /** Points of LIX by which the same text reads higher than in Swedish, by language (ISO 639-1); none for languages not measured. */
  readonly longWords: Readonly<Record<string, number>>;
  readonly entityRules: readonly EntityRule[];
  /** How well the engines did when they were last measured. */
  readonly validation: VisibilityValidation;
  readonly probes: ProbeFacts;
};

/** What answers of engines give a plan to do, beside what an audit of the site found. `effect` is in points of the site score. */
export type ProbeFixRule = {
  readonly id: string;
  readonly check: string;
  readonly title: string;
  readonly text: string;
  readonly effect: Estimate;
  readonly effort: Effort;
  readonly evidenceGrade: EvidenceGrade;
  /** Complete answers from which on it is said, and the share of them that is still fine. */
  readonly fromAnswers: number;
  readonly fineShare: number;
};

/** How answer engines are probed, what that costs in US dollars, and how sources are told apart. */
export type ProbeFacts = ProbeCosts & {
  readonly checkedOn: IsoDate;
  readonly reviewBy: IsoDate;
  readonly note: string;
  /** How often each prompt is asked in a week. */
  readonly runs: number;
  /** Between two questions of one organization. */
  readonly pauseMs: number;
  /** A month's budget until somebody sets one. */
  readonly startingBudgetUsd: number;
  readonly sourceRules: readonly SourceRule[];
  /** What answers give a plan to do. Effects are judgements, in points, until experiments measure them. */
  readonly planFixes: readonly ProbeFixRule[];
};
