import type { Estimate } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { PageFacts } from "./page-facts.ts";
import type { SiteFinding } from "./site/site-finding.ts";
import type { AgentPurpose, Effort, EvidenceGrade } from "./visibility-pack.ts";

export type Outcome = "pass" | "warn" | "fail" | "not-applicable";

/** A figure behind a finding and the two thresholds it is held against. `below`: less is worse. */
export type Measure = {
  readonly name: string;
  readonly value: number;
  readonly watch: number;
  readonly limit: number;
  readonly below: boolean;
  readonly unit: "share" | "count" | "ratio" | "points";
  /** What the figure is about, in the page's own words. */
  readonly about: string | null;
};

/** What one check found on one page. `value` is 0..1, null when it does not apply or was not measured. */
export type CheckResult = {
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** False when the answer is not known; `outcome` is then `not-applicable` and the score leaves it out. */
  readonly measured: boolean;
  readonly value: number | null;
  readonly evidence: string;
  readonly weight: number;
  readonly penalty: number;
  readonly evidenceGrade: EvidenceGrade;
  readonly effect: string;
  readonly gate: boolean;
  readonly effort: Effort;
  readonly fix: string | null;
  /** Lines to add or change, where they can be written without asking. */
  readonly diff: string | null;
  readonly measures?: readonly Measure[];
};

/** Why one engine can or cannot use one page. `eligibility` is 0 (closed), 0.5 (not known) or 1 (open). */
export type EngineGate = {
  readonly engine: string;
  readonly eligibility: number;
  readonly closedBy: readonly string[];
  readonly unknown: readonly string[];
};

/** 0..100. The interval is the range when the weight of each check is moved by half, up and down, one at a time. */
export type PageAudit = {
  readonly url: string;
  readonly role: PageRole;
  readonly score: Estimate;
  readonly quality: Estimate;
  /** Quality with checks of grade strong and moderate alone. */
  readonly qualityBestEvidence: number;
  readonly checks: readonly CheckResult[];
  readonly engines: readonly EngineGate[];
  readonly facts: PageFacts;
};

export type PageRole = "home" | "article" | "offer" | "about" | "contact" | "faq" | "legal" | "listing" | "other";

/** What became of a page of the crawl. Everything but `audited` is left out of the score and listed. */
export type PageResult = {
  readonly url: string;
  readonly state: "audited" | "disallowed" | "unreachable" | "refused" | "not-html" | "too-heavy";
  readonly detail: string;
  readonly status: number | null;
  readonly role: PageRole | null;
  readonly title: string | null;
  readonly score: Estimate | null;
  readonly engines: readonly EngineGate[];
  readonly failed: readonly string[];
  readonly warned: readonly string[];
  /** Null where there is no sitemap, or not all of it was read. */
  readonly inSitemap: boolean | null;
  readonly linkedFrom: number;
  /** Clicks from the home page; null where no chain of links was seen. Older audits did not look. */
  readonly depth?: number | null;
};

export type EngineScore = {
  readonly engine: string;
  readonly name: string;
  readonly agent: string;
  readonly score: Estimate;
  /** Mean eligibility of the audited pages, 0..1. */
  readonly eligibility: number;
  readonly gates: readonly { readonly gate: string; readonly pages: readonly string[] }[];
};

export type MatrixRow = {
  readonly agent: string;
  readonly operator: string | null;
  readonly purpose: AgentPurpose;
  /** One verdict a page, in the order of `RobotsReport.pages`. */
  readonly allowed: readonly boolean[];
  readonly group: "named" | "everyone" | "none";
  readonly rule: string | null;
};

export type RobotsReport = {
  readonly state: "read" | "absent" | "unreachable" | "not-measured";
  readonly detail: string;
  readonly pages: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly notes: readonly string[];
};

export type FileReport = {
  readonly state: "found" | "absent" | "not-measured";
  readonly url: string;
  readonly detail: string;
  readonly problems: readonly string[];
  readonly entries: number;
};

/** Work on the site, ranked. `effect` is the change of the site score in points that doing it everywhere would bring. */
export type SiteFix = {
  readonly id: string;
  readonly check: string;
  readonly title: string;
  readonly text: string;
  readonly diff: string | null;
  readonly pages: readonly string[];
  readonly effect: Estimate;
  readonly effort: Effort;
  readonly evidenceGrade: EvidenceGrade;
  readonly gate: boolean;
};

export type GroupSensitivity = {
  readonly check: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
};

/** One check over all pages where it could be measured: its mean, 0..1, null where it could not. */
export type CheckSummary = {
  readonly check: string;
  readonly title: string;
  readonly value: number | null;
  readonly pages: number;
  readonly failed: number;
  readonly warned: number;
};

/** Mean score of the pages of one kind, with its range; older audits have no range. */
export type RoleScore = {
  readonly role: PageRole;
  readonly pages: number;
  readonly score: number;
  readonly low?: number;
  readonly high?: number;
};

/** A whole site, seen once. Readiness to be found, never blended with measured visibility. */
export type VisibilityAudit = {
  readonly homepage: string;
  readonly asOf: IsoDate;
  readonly packVersion: string;
  /** 0..100: the mean over engines of quality times eligibility. Null when no page could be audited. */
  readonly score: Estimate | null;
  readonly quality: Estimate | null;
  readonly qualityBestEvidence: number | null;
  readonly sensitivity: readonly GroupSensitivity[];
  readonly engines: readonly EngineScore[];
  readonly pages: readonly PageResult[];
  /** The pages at or below the tenth percentile of the score, a tenth of all at most. */
  readonly weakest: readonly string[];
  readonly byRole: readonly RoleScore[];
  readonly robots: RobotsReport;
  readonly sitemap: FileReport;
  readonly llmsTxt: FileReport;
  readonly fixes: readonly SiteFix[];
  /** Older audits have none. */
  readonly byCheck?: readonly CheckSummary[];
  readonly findings: readonly SiteFinding[];
  readonly notMeasured: readonly string[];
};
