import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assessExample } from "#app/cli/assess-example.ts";
import { type Composed, compose } from "#app/composition.server.ts";
import { organization } from "#app/demonstration/organization.ts";
import { decision } from "#app/demonstration/readiness.ts";
import { kestrel } from "#app/demonstration/seed-demonstration.server.ts";
import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { RoleId, SystemId, UserId } from "#app/domain/kernel/ids.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { readEnv } from "#app/env.server.ts";
import type { Actor } from "#app/services/actor.ts";
import { loadObligations } from "#app/services/compliance/load-obligations.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { assessEverything } from "#app/services/intake/assess-everything.server.ts";
import { enterOrganization } from "#app/services/intake/enter-organization.server.ts";
import { loadWhole } from "#app/services/intake/load-whole.server.ts";
import { loadPlan } from "#app/services/planning/load-plan.server.ts";
import { loadReadiness } from "#app/services/readiness/load-readiness.server.ts";
import { loadDashboard } from "#app/services/reports/load-dashboard.server.ts";
import { loadFixes } from "#app/services/visibility/load-fixes.server.ts";
import { loadVisibility } from "#app/services/visibility/load-visibility.server.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { type Ended, refusalOf, runCommand } from "./a-command-line.ts";

type Assessment = {
  readonly exposure: ExposureAssessment;
  readonly compliance: ComplianceAssessment;
  readonly readiness: ReadinessAssessment;
  readonly visibility: VisibilityAudit;
};

const folder = mkdtempSync(join(tmpdir(), "groundwork-assess-test-"));
const out = join(folder, "out");
const read = (file: string) => readFileSync(join(out, file), "utf8");

let ended: Ended;
let composed: Composed;
let pages: { readonly deps: Deps; readonly actor: Actor };
let assessment: Assessment;
let plan: Plan;

/** The same organization as somebody would type it in, in a database of its own, assessed at the example's day. */
async function enteredByHand(): Promise<typeof pages> {
  const deps: Deps = { ...composed.deps, now: () => new Date(`${assessExample.asOf}T09:30:00Z`) };
  const { name, currency, website } = organization;
  const { id: organizationId } = await anOrganizationRow(deps.db, { name, currency, website });
  const actor: Actor = {
    userId: "user-1" as UserId,
    organizationId,
    role: "owner",
    seesPeople: true,
    requestId: "request-1",
  };
  const entered = await enterOrganization(deps, actor, {
    ...kestrel,
    roles: kestrel.roles.map((role, at) => ({ ...role, id: `role-${at + 1}` as RoleId })),
    systems: (kestrel.systems ?? []).map((system, at) => ({ ...system, id: `system-${at + 1}` as SystemId })),
    plan: { riskAversion: 0.5 },
  });
  if (!entered.ok) throw new Error(entered.failure.because);
  const command = { website, decision, because: "First assessment" };
  const assessed = await assessEverything(deps, actor, command, new AbortController().signal);
  if (!assessed.ok) throw new Error(assessed.failure.kind);
  return { deps, actor };
}

async function answered<Value>(loading: Promise<{ ok: true; value: Value } | { ok: false }>): Promise<Value> {
  const loaded = await loading;
  if (!loaded.ok) throw new Error("a page refused its owner");
  return loaded.value;
}

beforeAll(async () => {
  const example = await runCommand(["assess", "--example"]);
  ended = await runCommand(["assess", "--out", out], example.out);
  if (ended.code !== 0) throw new Error(ended.err);
  assessment = JSON.parse(read("assessment.json"));
  plan = JSON.parse(read("plan.json"));
  composed = await compose(readEnv({ LOG_LEVEL: "silent", DATABASE_URL: `file:${join(folder, "pages.db")}` }));
  pages = await enteredByHand();
}, 180_000);

afterAll(async () => {
  await composed?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the command says what it wrote, and writes all four files", () => {
  const files = ["assessment.json", "plan.json", "report.html", "report.pdf"];
  expect(JSON.parse(ended.out)).toEqual({ out, files, asOf: assessExample.asOf });
  expect(readFileSync(join(out, "report.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  expect(statSync(join(out, "report.pdf")).size).toBeGreaterThan(20_000);
});

test("exposure: every share, interval and role is what the exposure page answers", async () => {
  const { result } = await answered(loadExposureReport(pages.deps, pages.actor));
  expect(result?.totals).toEqual(assessment.exposure.totals);
  expect(result?.timeline).toEqual(assessment.exposure.timeline);
  // A role without an occupation has no figures on the page.
  const shown = result?.lines.map(({ id, headcount, figures }) => [id, headcount, figures?.score ?? null]);
  const told = assessment.exposure.roles.map((role) => {
    const known = role.state !== "unmatched" && role.assessable;
    return [role.id, role.headcount, known ? role.score : null];
  });
  expect(shown).toEqual(told);
  expect(told.filter(([, , score]) => score !== null).length).toBeGreaterThan(20);
  expect(result?.stale).toBe(false);
});

test("compliance: the duties of each state are what the obligations page counts", async () => {
  const { counts, kept } = await answered(loadObligations(pages.deps, pages.actor, {}));
  const { obligations, questions, notApplicable } = assessment.compliance;
  const sure = (state: string) => obligations.filter((duty) => duty.applies === "yes" && duty.state === state).length;
  expect(counts).toMatchObject({
    inForce: sure("in_force"),
    upcoming: sure("upcoming"),
    stayed: sure("stayed"),
    voluntary: sure("voluntary"),
    watch: sure("watch"),
    questions: questions.length,
    notApplicable: notApplicable.length,
  });
  expect(counts.inForce).toBeGreaterThan(10);
  expect(kept).toMatchObject({ asOf: assessExample.asOf, outdated: false });
});

test("readiness: score, interval, pillars and blockers are what the readiness page answers", async () => {
  const { result, stale } = await answered(loadReadiness(pages.deps, pages.actor));
  expect(result).toEqual(assessment.readiness);
  expect(result?.blockers.length).toBeGreaterThan(0);
  expect(stale).toBe(false);
});

test("visibility: score, pages and fixes are what the visibility page answers", async () => {
  const { audit } = await answered(loadVisibility(pages.deps, pages.actor));
  const { score, pages: tried, fixes } = assessment.visibility;
  expect(audit).toMatchObject({ score, tried: tried.length, fixCount: fixes.length });
  const work = await answered(loadFixes(pages.deps, pages.actor));
  const line = ({ id, effect, effort }: (typeof fixes)[number]) => ({ id, effect, effort });
  expect(work?.fixes).toMatchObject(fixes.map(line));
});

test("plan: items, dates, money and totals are what the plan page answers", async () => {
  const page = await answered(loadPlan(pages.deps, pages.actor));
  type Line = Pick<Plan["items"][number], "id" | "owner" | "start" | "finish" | "cost" | "onTime">;
  const line = ({ id, owner, start, finish, cost, onTime }: Line) => ({ id, owner, start, finish, cost, onTime });
  expect(page.plan?.items.map(line)).toEqual(plan.items.map(line));
  expect(page.headline).toMatchObject({ items: plan.items.length, ...plan.totals, currency: plan.currency });
  const stored = await answered(loadWhole(pages.deps, pages.actor));
  expect(stored.plan).toEqual(plan);
});

test("the overview and the report carry the same figures", async () => {
  const overview = await answered(loadDashboard(pages.deps, pages.actor));
  expect(overview).toMatchObject({
    readiness: { score: assessment.readiness.score },
    blockers: assessment.readiness.blockers,
    exposure: { score: assessment.exposure.totals?.score, hoursExposed: assessment.exposure.totals?.hoursExposed },
    visibility: { score: assessment.visibility.score },
  });
  expect(composed.reportHtml({ report: overview, drafted: null })).toBe(read("report.html"));
});

const bad = [
  [
    "a question that is not asked",
    { readiness: { answers: [{ question: "no.such", level: 3 }] } },
    "readiness.answers.0.question",
  ],
  ["a day that is none", { asOf: "2026-02-30" }, "asOf"],
  ["a negative headcount", { roles: [{ id: "a", title: "Clerk", headcount: -4 }] }, "roles.0.headcount"],
] as const;

test.each(bad)("%s is refused with one line that names it", async (_name, over, path) => {
  const refused = await runCommand(
    ["assess", "--out", join(folder, "none")],
    JSON.stringify({ ...assessExample, ...over }),
  );
  expect(refused.code).toBe(2);
  expect(refused.out).toBe("");
  expect(refusalOf(refused).path).toBe(path);
});

test("a missing folder is refused before anything is read", async () => {
  const refused = await runCommand(["assess"], "");
  expect(refused.code).toBe(2);
  expect(refused.err.trim().split("\n")).toHaveLength(1);
  expect(refusalOf(refused)).toMatchObject({ path: "--out" });
});
