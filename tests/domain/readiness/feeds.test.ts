import { expect, test } from "vitest";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { estimate } from "#app/domain/kernel/estimate.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import { feedsFrom } from "#app/domain/readiness/feeds.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { readiness } from "#app/knowledge/readiness/index.ts";
import { aRole, assessed } from "#tests/builders/an-exposure.ts";
import { planFacts } from "#tests/builders/plan-facts.ts";
import { aReadinessInput } from "#tests/builders/readiness.ts";

const asOf = "2026-11-22" as IsoDate;

/** A site of which `open` of its pages' eligibility is there, with pages of a given quality. */
function aSite(open: number, quality: number): VisibilityAudit {
  const engine = { name: "Example", agent: "ExampleBot", score: estimate(50, 40, 60), gates: [] };
  const page = { url: "/", detail: "", status: 200, role: null, title: null, score: null, engines: [] };
  const file = { state: "absent" as const, url: "/", detail: "", problems: [], entries: 0 };
  return {
    homepage: "https://www.example.com/",
    asOf,
    packVersion: "test",
    score: estimate(50, 40, 60),
    quality: estimate(quality, quality, quality),
    qualityBestEvidence: quality,
    sensitivity: [],
    engines: [{ ...engine, engine: "example", eligibility: open }],
    pages: [{ ...page, state: "audited", failed: [], warned: [], inSitemap: false, linkedFrom: 0 }],
    weakest: [],
    byRole: [],
    robots: { state: "absent", detail: "", pages: [], rows: [], notes: [] },
    sitemap: file,
    llmsTxt: file,
    fixes: [],
    findings: [],
    notMeasured: [],
  };
}

test("what was not assessed is asked, not guessed", () => {
  expect(feedsFrom({})).toEqual([]);
});

test("a site closed to every search agent is level 1, one open to all and tested is 4", () => {
  const level = (open: number) =>
    feedsFrom({ visibility: aSite(open, 50) }).find(({ question }) => question === "visibility.crawlers")?.level;
  expect([level(0), level(0.5), level(1)]).toEqual([1, 2.5, 4]);
});

test("a list of duties without evidence stays at defined, and with evidence for all it is measured", () => {
  const { compliance: assessment } = planFacts();
  if (assessment === null) throw new Error("the builder has one");
  const due = assessment.obligations.filter(({ applies, state }) => applies === "yes" && state === "in_force");
  const level = (evidenced: readonly string[]) =>
    feedsFrom({ compliance: { assessment, systems: 0, evidenced } }).find(
      ({ question }) => question === "governance.obligations",
    )?.level ?? 0;
  expect(due.length).toBeGreaterThan(0);
  expect(level([])).toBeLessThanOrEqual(3);
  expect(level(due.map(({ id }) => id))).toBeCloseTo(level([]) + 1, 9);
});

test("a register feeds the inventory question only once somebody has said which systems there are", () => {
  const assessment = assessCompliance({ org: {}, systems: null }, obligations, asOf);
  const asked = (systems: number | null) =>
    feedsFrom({ compliance: { assessment, systems, evidenced: [] } }).map(({ question }) => question);
  expect(asked(null)).not.toContain("governance.inventory");
  expect(asked(8)).toContain("governance.inventory");
});

test("every feed answers a question that the pack holds, and the result shows what was found", () => {
  const { compliance } = planFacts();
  if (compliance === null) throw new Error("the builder has one");
  const feeds = feedsFrom({
    exposure: assessed([aRole({ title: "Payroll clerk" })]),
    compliance: { assessment: compliance, systems: 8, evidenced: [] },
    visibility: aSite(0.5, 40),
  });
  const ids = new Set(readiness.questions.map(({ id }) => id));
  expect(feeds.length).toBe(5);
  for (const { question, level } of feeds) {
    expect(ids.has(question)).toBe(true);
    expect(level).toBeGreaterThanOrEqual(1);
    expect(level).toBeLessThanOrEqual(5);
  }
  const result = assessReadiness(aReadinessInput([], { feeds }), readiness);
  expect(result.pillars.find(({ pillar }) => pillar === "governance")?.questions[0]).toMatchObject({
    state: "fed",
    finding: "8 AI systems are registered",
  });
});
