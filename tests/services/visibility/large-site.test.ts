import { expect, test } from "vitest";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { loadAuditProgress } from "#app/services/visibility/load-audit.server.ts";
import { performSiteAudit } from "#app/services/visibility/perform-site-audit.server.ts";
import { findAudit, insertAudit, listAuditPages } from "#db/repositories/visibility.server.ts";
import { jobs } from "#db/schema/jobs.ts";
import { aLargeSite } from "#tests/builders/a-large-site.ts";
import { aJobContext, aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

const files = ["/robots.txt", "/sitemap.xml", "/llms.txt"];

test("a site of 300 pages: killed half-way it goes on without refetching, takes turns, and every planted fault is found", async () => {
  let stop: AbortController | null = null;
  let stopAfter = Number.POSITIVE_INFINITY;
  await using site = await aLargeSite(300, () => {
    if (site.heard.length >= stopAfter) stop?.abort();
  });
  await using desk = await aVisibilityDesk({ sites: { policy: { allowLoopback: true } } });
  const { organizationId } = desk.actor;
  // The least distance between two requests is for other people's servers.
  const sites: typeof desk.deps.sites = {
    ...desk.deps.sites,
    get: (url, options) => desk.deps.sites.get(url, { ...options, spacingMs: 0 }),
  };
  let clock = Date.parse("2026-11-22T12:00:00Z");
  const deps = { ...desk.deps, sites, now: () => new Date(clock) };
  const auditId = desk.deps.newId() as AuditId;
  await insertAudit(deps.db, organizationId, {
    id: auditId,
    homepage: `${site.origin}/`,
    pageLimit: 330,
    status: "queued",
    asOf: "2026-11-22" as IsoDate,
    knowledgeVersion: desk.deps.knowledge.visibility.version,
    createdAt: deps.now(),
    createdBy: desk.actor.userId,
  });
  const run = (signal?: AbortSignal) => performSiteAudit(deps, { organizationId, auditId }, aJobContext(signal));
  const asked = () => site.heard.map(({ path }) => path);

  stop = new AbortController();
  stopAfter = 150;
  expect(await run(stop.signal)).toMatchObject({ ok: false, failure: { retry: true } });
  const kept = await listAuditPages(deps.db, organizationId, auditId);
  expect(kept.length).toBeGreaterThan(100);
  const seen = await loadAuditProgress(deps, desk.actor, auditId);
  expect(seen).toMatchObject({ ok: true, value: { status: "running" } });
  if (seen.ok) expect(seen.value.done).toBeGreaterThan(100);

  site.heard.length = 0;
  stopAfter = Number.POSITIVE_INFINITY;
  let pages = 0;
  const slow = {
    ...deps,
    sites: {
      ...sites,
      inspect: (input: Parameters<typeof sites.inspect>[0]) => {
        pages += 1;
        if (pages === 50) clock += 60_000;
        return sites.inspect(input);
      },
    },
  };
  expect((await performSiteAudit(slow, { organizationId, auditId }, aJobContext())).ok).toBe(true);
  expect(await deps.db.select().from(jobs)).toMatchObject([{ kind: "visibility.perform-audit", payload: { auditId } }]);
  expect((await findAudit(deps.db, organizationId, auditId))?.status).toBe("running");
  expect((await run()).ok).toBe(true);

  const again = asked();
  for (const { url } of kept) expect(again).not.toContain(url.slice(site.origin.length));
  for (const file of files) expect(again).not.toContain(file);
  expect(new Set(again).size).toBe(again.length);

  const result = (await findAudit(deps.db, organizationId, auditId))?.result;
  if (result == null) throw new Error("no result");
  const texts = (kind: string) =>
    result.findings
      .filter((each) => each.kind === kind)
      .map((each) => each.text)
      .join("\n");
  expect(texts("broken-link")).toContain("/gone answers with status 404");
  expect(texts("long-redirect")).toContain("/old redirects 2 times to /guides/2");
  expect(texts("orphan")).toContain("/orphan");
  expect(texts("deep")).toContain("/deep/5");
  expect(texts("double-text")).toContain("/copy/a, /copy/b");
  expect(texts("near-double")).toMatch(/near\/[ab], \/near\/[ab]/);
  expect(result.findings.filter(({ kind }) => kind === "near-double" || kind === "double-text")).toHaveLength(2);
  expect(texts("double-title")).toContain("The same title");
  expect(texts("canonical-broken")).toContain("/keep/broken names /gone");
  expect(texts("canonical-chain")).toContain("/keep/chain names /keep/middle");
  expect(texts("one-way-alternate")).toContain("/en names /de");
  expect(texts("name-differs")).toContain("Kestrel Freight Inc");
  expect(texts("contact-differs")).toContain("999 000");
  const page = (path: string) => result.pages.find(({ url }) => url === `${site.origin}${path}`);
  expect(page("/shell")?.failed).toContain("text-without-script");
  expect(page("/hidden")?.failed).toContain("indexable");
  expect(page("/broken-data")?.failed).toContain("structured-data");
  expect(page("/charset")?.state).toBe("audited");
  expect(page("/file")?.state).toBe("not-html");
  expect(page("/private/desk")?.state).toBe("disallowed");
  expect(page("/circle")).toMatchObject({ state: "unreachable", score: null });
  expect(page("/forbidden")?.detail).toContain("not measured");
  expect(page("/failing")?.detail).toContain("status 500");
  // The calendar without end takes what room the real pages leave, and every guide is read.
  expect(result.pages.filter(({ url }) => url.includes("/guides/"))).toHaveLength(270);
  expect(result.byCheck?.find(({ check }) => check === "structured-data")?.failed).toBeGreaterThan(0);
});
