import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import {
  addCompetitor,
  auditCompetitorsAgain,
  changeCompetitor,
  loadComparison,
  loadComparisonProgress,
} from "#app/services/visibility/compare-competitors.server.ts";
import { loadFix, loadFixes, loadWorkList } from "#app/services/visibility/load-fixes.server.ts";
import { loadMatrix, loadVisibility } from "#app/services/visibility/load-visibility.server.ts";
import { performSiteAudit } from "#app/services/visibility/perform-site-audit.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { workListSheet } from "#app/services/visibility/work-list-sheet.ts";
import { audits } from "#db/schema/visibility.ts";
import { aJobContext, aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

const homepage = "https://www.kestrelfreight.example/";
type Desk = Awaited<ReturnType<typeof aVisibilityDesk>>;

async function performAll({ deps, actor }: Desk): Promise<void> {
  const { organizationId } = actor;
  const queued = await deps.db.select().from(audits).where(eq(audits.status, "queued"));
  for (const { id } of queued) await performSiteAudit(deps, { organizationId, auditId: id as AuditId }, aJobContext());
}

test("other sites are audited apart from ours, by the same checks, and stand beside it", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  const add = (address: string) => addCompetitor(deps, actor, { name: "", homepage: address });
  expect(await add("10.0.0.1")).toMatchObject({ failure: { kind: "not-a-website" } });
  const both = await Promise.all([add(homepage), add(homepage)]);
  const added = both.find(({ ok }) => ok) ?? both[0];
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await add("kestrelfreight.example")).toMatchObject({ failure: { kind: "known" } });
  await performAll(desk);
  // The audit of another site is no audit of ours.
  expect(await loadVisibility(deps, actor)).toMatchObject({ value: { audit: null, running: null, history: [] } });
  expect(await loadComparison(deps, actor)).toMatchObject({ value: { comparison: null, hasAudit: false } });

  expect((await requestSiteAudit(deps, actor, { homepage })).ok).toBe(true);
  await performAll(desk);
  const view = await loadComparison(deps, actor);
  if (!view.ok || view.value.comparison === null) throw new Error("no comparison");
  const [ours, theirs] = view.value.comparison.sites;
  // Theirs is not asked under agents' names, which the score leaves out and does not count as 0.
  expect(Math.abs((ours?.score?.value ?? 0) - (theirs?.score?.value ?? 100))).toBeLessThan(1);
  expect(view.value.comparison.checks.find(({ check }) => check === "live-fetch")?.values[1]).toBeNull();
  expect(view.value.comparison.checks.every(({ behind }) => behind === null || behind === 0)).toBe(true);
  expect(view.value.competitors).toMatchObject([{ name: "kestrelfreight.example", status: "done" }]);

  expect(await auditCompetitorsAgain(deps, actor)).toEqual({ ok: true, value: 1 });
  expect(await auditCompetitorsAgain(deps, actor)).toEqual({ ok: true, value: 0 });
  const open = { open: 1, audits: [{ id: view.value.competitors[0]?.id, status: "queued", progress: null }] };
  expect(await loadComparisonProgress(deps, actor)).toEqual({ ok: true, value: open });
  const id = added.ok ? added.value : "";
  expect((await changeCompetitor(deps, actor, { id, keep: false })).ok).toBe(true);
  expect(await loadComparison(deps, actor)).toMatchObject({ value: { competitors: [], comparison: null } });
  expect((await changeCompetitor(deps, actor, { id, keep: true })).ok).toBe(true);
  const stranger = { ...actor, organizationId: "elsewhere" as typeof actor.organizationId };
  expect(await changeCompetitor(deps, stranger, { id, keep: false })).toMatchObject({ failure: { kind: "not-found" } });
  expect(await loadComparison(deps, stranger)).toMatchObject({ value: { competitors: [], comparison: null } });
});

test("at most five sites are compared, and nothing is left behind when the plan has no room", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  const results = [];
  for (let at = 0; at < 7; at++)
    results.push(await addCompetitor(deps, actor, { name: `Site ${at}`, homepage: `https://site${at}.example.com` }));
  const refused = results.filter((each) => !each.ok);
  const { competitors } = await loadComparison(deps, actor).then((view) =>
    view.ok ? view.value : { competitors: [] },
  );
  expect(competitors.length).toBeLessThanOrEqual(5);
  expect(competitors.length + refused.length).toBe(7);
  expect(await deps.db.select().from(audits)).toHaveLength(competitors.length);
});

test("the work list, one fix with its changes, and the matrix come from the newest audit", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  expect(await loadFixes(deps, actor)).toEqual({ ok: true, value: null });
  expect((await loadFix(deps, actor, { fix: "identity" })).ok).toBe(false);
  await requestSiteAudit(deps, actor, { homepage });
  await performAll(desk);
  const robots = await loadFix(deps, actor, { fix: "search-agents-allowed" });
  expect(robots).toMatchObject({ value: { drafts: [{ where: `${homepage}robots.txt` }] } });
  if (robots.ok) {
    expect(robots.value.drafts[0]?.diff).toContain("  User-agent: PerplexityBot\n- Disallow:");
    // Bytespider shares the rule by falling through; it stays shut out.
    expect(robots.value.drafts[0]?.diff).toContain("- User-agent: Claude-SearchBot");
    expect(robots.value.drafts[0]?.diff).toContain("+ User-agent: Claude-SearchBot\n+ Allow: /");
  }
  const list = await loadWorkList(deps, actor);
  if (!list.ok) throw new Error("no list");
  const sheet = workListSheet(list.value.lines);
  expect(sheet.rows.length).toBeGreaterThan(20);
  expect(sheet.rows.every((row) => row.length === sheet.headers.length)).toBe(true);
  const plumbing = await loadFix(deps, actor, { fix: "plumbing" });
  if (!plumbing.ok) throw new Error("no such fix");
  expect(plumbing.value.evidence?.sources).not.toEqual([]);
  const matrix = await loadMatrix(deps, actor);
  if (!matrix.ok || matrix.value === null) throw new Error("no matrix");
  expect(matrix.value.lines.every(({ gates }) => gates.length === matrix.value?.engines.length)).toBe(true);
});
