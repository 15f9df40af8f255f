import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import { pagesRead } from "#app/domain/visibility/pages-read.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Feed } from "./answers.ts";

/** What the three assessments and the register already say. A part left out has not been done, and its questions are asked. */
export type Findings = {
  readonly exposure?: ExposureAssessment;
  readonly compliance?: {
    readonly assessment: ComplianceAssessment;
    /** Null while nobody has said which AI systems there are. */
    readonly systems: number | null;
    /** Ids of duties whose every control has evidence in date. */
    readonly evidenced: readonly string[];
  };
  readonly visibility?: VisibilityAudit;
};

/** A record of ours counts as grade 3 of 4: a system record, not a measured outcome. */
const confidence = 0.8;

/** Answers to the questions of pillars 7, 8 and 12 that an assessment settles, so that nothing is asked twice. */
export function feedsFrom(findings: Findings): readonly Feed[] {
  const { exposure, compliance, visibility } = findings;
  return [
    ...(exposure === undefined ? [] : fromExposure(exposure)),
    ...(compliance === undefined ? [] : fromCompliance(compliance)),
    ...(visibility === undefined ? [] : fromVisibility(visibility)),
  ];
}

/** An assessment by activity is level 3 once 90 % of heads are matched; "tried on own cases" it cannot know. */
function fromExposure({ totals, asOf }: ExposureAssessment): readonly Feed[] {
  if (totals === null) return [];
  const level = 1 + 2 * Math.min(1, totals.coverage / 0.9);
  const finding = `${percent(totals.coverage)} of ${totals.headcount} people are matched to the activities of their work`;
  return [{ question: "work.exposure", source: "exposure", level, confidence, asOf, finding }];
}

/** A register is level 3; a list of duties with dates is level 3 once none is open, and 4 when each in force has evidence. */
function fromCompliance({ assessment, systems, evidenced }: NonNullable<Findings["compliance"]>): readonly Feed[] {
  const feeds: Feed[] = [];
  const { asOf, obligations } = assessment;
  if (systems !== null) {
    const finding = systems === 1 ? "1 AI system is registered" : `${systems} AI systems are registered`;
    feeds.push({ question: "governance.inventory", source: "compliance", level: 3, confidence, asOf, finding });
  }
  if (obligations.length > 0) {
    const settled = obligations.filter(({ applies }) => applies === "yes");
    const due = settled.filter(({ state }) => state === "in_force");
    const met = due.filter(({ id }) => evidenced.includes(id));
    const shareMet = due.length === 0 ? 0 : met.length / due.length;
    const level = 2 + settled.length / obligations.length + shareMet;
    const finding = `${settled.length} duties apply, ${obligations.length - settled.length} are open; ${met.length} of ${due.length} in force have evidence`;
    feeds.push({ question: "governance.obligations", source: "compliance", level, confidence, asOf, finding });
  }
  return feeds;
}

/** Closed to every engine is level 1, open to all and tested is 4; page quality spans all five levels. */
function fromVisibility({ engines, quality, asOf, pages }: VisibilityAudit): readonly Feed[] {
  const feeds: Feed[] = [];
  const audited = pagesRead(pages);
  if (engines.length > 0 && audited > 0) {
    const eligibility = engines.reduce((sum, engine) => sum + engine.eligibility, 0) / engines.length;
    const finding = `${percent(eligibility)} of ${audited} pages are open to the search agents of ${engines.length} AI assistants`;
    feeds.push({
      question: "visibility.crawlers",
      source: "visibility",
      level: 1 + 3 * eligibility,
      confidence,
      asOf,
      finding,
    });
  }
  if (quality !== null) {
    const finding = `${audited} pages score ${Math.round(quality.value)} of 100 on what helps an assistant to use them`;
    const level = 1 + (4 * quality.value) / 100;
    feeds.push({ question: "visibility.facts", source: "visibility", level, confidence, asOf, finding });
  }
  return feeds;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
