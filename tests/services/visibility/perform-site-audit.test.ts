import { expect, test } from "vitest";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import type { SiteFetcher } from "#app/services/ports/site-fetcher.ts";
import { cancelSiteAudit } from "#app/services/visibility/cancel-site-audit.server.ts";
import { loadAudit } from "#app/services/visibility/load-audit.server.ts";
import { loadAuditedPage } from "#app/services/visibility/load-audited-page.server.ts";
import { loadVisibility } from "#app/services/visibility/load-visibility.server.ts";
import { performSiteAudit } from "#app/services/visibility/perform-site-audit.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { findAudit, listAuditPages } from "#db/repositories/visibility.server.ts";
import { jobs } from "#db/schema/jobs.ts";
import { aJobContext, aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

const homepage = "https://www.kestrelfreight.example/";

async function requested(desk: Awaited<ReturnType<typeof aVisibilityDesk>>): Promise<AuditId> {
  const result = await requestSiteAudit(desk.deps, desk.actor, { homepage });
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

test("the audit of the demonstration finds each planted fault", async () => {
  await using desk = await aVisibilityDesk();
  const auditId = await requested(desk);
  expect(
    (await performSiteAudit(desk.deps, { organizationId: desk.actor.organizationId, auditId }, aJobContext())).ok,
  ).toBe(true);
  const view = await loadVisibility(desk.deps, desk.actor);
  if (!view.ok || view.value.audit === null) throw new Error("no audit");
  const result = (await findAudit(desk.deps.db, desk.actor.organizationId, auditId))?.result;
  if (result == null) throw new Error("no result");
  expect(view.value.audit).toMatchObject({ id: auditId, read: 12, fixCount: result.fixes.length });
  const failed = (path: string) => result.pages.find((page) => page.url.endsWith(path))?.failed ?? [];
  expect(result.pages.filter((page) => page.state === "audited")).toHaveLength(12);
  expect(failed("/tracking")).toContain("text-without-script");
  expect(failed("/services/cold-chain")).toContain("keyword-stuffing");
  expect(failed("/insights/peak-season-rates")).toContain("freshness");
  expect(failed("/insights/green-corridors")).toContain("structured-data");
  expect(failed("/partners")).toContain("indexable");
  expect(failed("/insights/who-pays-under-dap")).toEqual([]);
  expect(result.pages.find((page) => page.url.endsWith("/services/air-freight"))).toMatchObject({
    state: "unreachable",
    status: 404,
  });
  expect(result.robots.notes.join(" ")).toContain("Claude-SearchBot");
  expect(result.engines.find((engine) => engine.engine === "claude")?.score.value).toBe(0);
  expect(result.score?.value).toBeGreaterThan(30);
  expect(result.llmsTxt).toMatchObject({ state: "found", entries: 3 });
});

test("a second run after a restart goes on without fetching a page again", async () => {
  await using desk = await aVisibilityDesk();
  const auditId = await requested(desk);
  const fetched: string[] = [];
  const stop = new AbortController();
  const watched: SiteFetcher = {
    ...desk.deps.sites,
    async get(url, options) {
      fetched.push(url);
      if (fetched.filter((each) => !/\.(?:txt|xml)$/.test(each)).length > 12) stop.abort();
      return desk.deps.sites.get(url, options);
    },
  };
  const deps = { ...desk.deps, sites: watched };
  const payload = { organizationId: desk.actor.organizationId, auditId };
  const first = await performSiteAudit(deps, payload, aJobContext(stop.signal));
  expect(first).toMatchObject({ ok: false, failure: { retry: true } });
  const kept = await listAuditPages(desk.deps.db, payload.organizationId, auditId);
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.length).toBeLessThan(12);
  fetched.length = 0;
  expect((await performSiteAudit(deps, payload, aJobContext())).ok).toBe(true);
  for (const page of kept) expect(fetched).not.toContain(page.url);
  expect(
    (await findAudit(desk.deps.db, payload.organizationId, auditId))?.result?.pages.filter(
      (page) => page.state === "audited",
    ),
  ).toHaveLength(12);
  fetched.length = 0;
  await performSiteAudit(deps, payload, aJobContext());
  expect(fetched).toEqual([]);
});

test("a cancelled audit stops before its next page and stays cancelled", async () => {
  await using desk = await aVisibilityDesk();
  const auditId = await requested(desk);
  let pages = 0;
  const sites: SiteFetcher = {
    ...desk.deps.sites,
    async inspect(input) {
      pages += 1;
      if (pages === 3) await cancelSiteAudit(desk.deps, desk.actor, auditId);
      return desk.deps.sites.inspect(input);
    },
  };
  const result = await performSiteAudit(
    { ...desk.deps, sites },
    { organizationId: desk.actor.organizationId, auditId },
    aJobContext(),
  );
  expect(result.ok).toBe(true);
  const shown = await loadAudit(desk.deps, desk.actor, auditId);
  expect(shown).toMatchObject({ ok: true, value: { status: "cancelled", mayCancel: false } });
});

test("an address that may not be fetched is refused with its reason, and nothing is queued", async () => {
  await using desk = await aVisibilityDesk();
  for (const address of [
    "http://10.0.0.1/",
    "localhost",
    "file:///etc/passwd",
    "https://example.com:22/",
    "http://2130706433",
  ]) {
    expect(await requestSiteAudit(desk.deps, desk.actor, { homepage: address })).toMatchObject({
      failure: { kind: "not-a-website" },
    });
  }
  expect(await desk.deps.db.select().from(jobs)).toEqual([]);
});

test("the row and its job are written together, one audit at a time, by those who may", async () => {
  await using desk = await aVisibilityDesk();
  const auditId = await requested(desk);
  expect(await desk.deps.db.select().from(jobs)).toMatchObject([
    { kind: "visibility.perform-audit", payload: { auditId } },
  ]);
  expect(await requestSiteAudit(desk.deps, desk.actor, { homepage })).toMatchObject({
    failure: { kind: "already-running", auditId },
  });
  const viewer = { ...desk.actor, role: "viewer" as const };
  expect(await requestSiteAudit(desk.deps, viewer, { homepage })).toMatchObject({ failure: { kind: "forbidden" } });
});

test("asked for twice at once, a site is audited once", async () => {
  await using desk = await aVisibilityDesk();
  const both = await Promise.all([1, 2].map(() => requestSiteAudit(desk.deps, desk.actor, { homepage })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await desk.deps.db.select().from(jobs)).toHaveLength(1);
});

test("a site that does not answer is tried twice and then says so", async () => {
  const gone = Object.assign(new Error("no"), { code: "ETIMEDOUT" });
  await using desk = await aVisibilityDesk({ sites: { resolve: () => Promise.reject(gone) } });
  const result = await requestSiteAudit(desk.deps, desk.actor, { homepage: "https://nowhere.example.com/" });
  if (!result.ok) throw new Error(result.failure.kind);
  const payload = { organizationId: desk.actor.organizationId, auditId: result.value };
  expect(await performSiteAudit(desk.deps, payload, aJobContext())).toMatchObject({ failure: { retry: true } });
  expect(await performSiteAudit(desk.deps, payload, aJobContext())).toMatchObject({ failure: { retry: false } });
  expect(await loadAudit(desk.deps, desk.actor, result.value)).toMatchObject({
    value: { status: "failed", failure: "It did not answer in time." },
  });
});

test("another organization finds neither the audit nor its pages", async () => {
  await using desk = await aVisibilityDesk();
  const auditId = await requested(desk);
  await performSiteAudit(desk.deps, { organizationId: desk.actor.organizationId, auditId }, aJobContext());
  const stranger = { ...desk.actor, organizationId: "elsewhere" as typeof desk.actor.organizationId };
  expect((await loadAudit(desk.deps, stranger, auditId)).ok).toBe(false);
  expect((await loadAuditedPage(desk.deps, stranger, { url: homepage, auditId })).ok).toBe(false);
  expect((await cancelSiteAudit(desk.deps, stranger, auditId)).ok).toBe(false);
  expect((await loadAuditedPage(desk.deps, desk.actor, { url: homepage, auditId })).ok).toBe(true);
});
