import { expect, test } from "vitest";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import type { Fetched } from "#app/services/ports/site-fetcher.ts";
import { auditAgain } from "#app/services/visibility/audit-again.server.ts";
import { cancelSiteAudit } from "#app/services/visibility/cancel-site-audit.server.ts";
import {
  addCompetitor,
  changeCompetitor,
  loadComparison,
} from "#app/services/visibility/compare-competitors.server.ts";
import { giveUpSiteAudit } from "#app/services/visibility/give-up-site-audit.server.ts";
import { loadAudit } from "#app/services/visibility/load-audit.server.ts";
import { loadFixes } from "#app/services/visibility/load-fixes.server.ts";
import { loadVisibility } from "#app/services/visibility/load-visibility.server.ts";
import { performSiteAudit } from "#app/services/visibility/perform-site-audit.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { findResultHeads } from "#db/repositories/results.server.ts";
import { aJobContext, aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

type Desk = Awaited<ReturnType<typeof aVisibilityDesk>>;

/** The desk where every fetch of the site comes to this. */
function answering({ deps }: Desk, fetched: (url: string) => Fetched): Desk["deps"] {
  return { ...deps, sites: { ...deps.sites, get: async (url) => fetched(url) } };
}

async function shown({ deps, actor }: Desk, id: AuditId) {
  const audit = await loadAudit(deps, actor, id);
  if (!audit.ok) throw new Error(audit.failure.kind);
  return audit.value;
}

test("a failed audit says what can be done about it, and the same address is asked for once more", async () => {
  await using desk = await aVisibilityDesk();
  const { actor, organization } = desk;
  const reason = "The name does not resolve.";
  const deps = answering(desk, (url) => ({ kind: "failed", url, trouble: "not-resolved", reason }));
  const homepage = "https://www.kestrelfreight.example/";
  const first = await requestSiteAudit(deps, actor, { homepage, pages: 7 });
  if (!first.ok) throw new Error(first.failure.kind);
  expect(await shown(desk, first.value)).toMatchObject({ status: "queued", mayCancel: true, mayTryAgain: false });
  await performSiteAudit(deps, { organizationId: organization.id, auditId: first.value }, aJobContext());
  expect(await shown(desk, first.value)).toMatchObject({ failure: reason, advice: "name", mayTryAgain: true });

  const viewer = { ...actor, role: "viewer" as const };
  expect(await auditAgain(deps, viewer, first.value)).toMatchObject({ failure: { kind: "forbidden" } });
  const again = await auditAgain(deps, actor, first.value);
  if (!again.ok) throw new Error(again.failure.kind);
  expect(await shown(desk, again.value)).toMatchObject({ status: "queued", homepage, pageLimit: 7 });
  expect(await auditAgain(deps, actor, first.value)).toMatchObject({
    failure: { kind: "already-running", auditId: again.value },
  });
  expect((await cancelSiteAudit(deps, actor, again.value)).ok).toBe(true);
  expect(await shown(desk, again.value)).toMatchObject({ status: "cancelled", advice: null, mayTryAgain: true });
});

test("an audit that ended without a page says what the site answered", async () => {
  await using desk = await aVisibilityDesk();
  const { actor, organization } = desk;
  const busy = { kind: "answered", status: 503, headers: {}, body: "", redirects: [], milliseconds: 1 } as const;
  const deps = answering(desk, (url) => ({ ...busy, url }));
  const asked = await requestSiteAudit(deps, actor, { homepage: "https://www.kestrelfreight.example/" });
  if (!asked.ok) throw new Error(asked.failure.kind);
  await performSiteAudit(deps, { organizationId: organization.id, auditId: asked.value }, aJobContext());
  const audit = await shown(desk, asked.value);
  expect(audit).toMatchObject({ status: "done", read: 0, mayTryAgain: true });
  expect(audit.unread?.join(" ")).toContain("503");
});

test("figures stay those of the newest audit that read a page, and the next comparison is with it", async () => {
  await using desk = await aVisibilityDesk();
  const { actor, organization } = desk;
  const homepage = "https://www.kestrelfreight.example/";
  const busy = { kind: "answered", status: 503, headers: {}, body: "", redirects: [], milliseconds: 1 } as const;
  const audited = async (hour: number, deps: Desk["deps"]) => {
    const then = { ...deps, now: () => new Date(Date.UTC(2026, 10, 22, hour)) };
    const asked = await requestSiteAudit(then, actor, { homepage });
    if (!asked.ok) throw new Error(asked.failure.kind);
    await performSiteAudit(then, { organizationId: organization.id, auditId: asked.value }, aJobContext());
    return asked.value;
  };
  const seen = async () => {
    const view = await loadVisibility(desk.deps, actor);
    if (!view.ok) throw new Error(view.failure.kind);
    return { ...view.value, inPlans: (await findResultHeads(desk.deps.db, actor.organizationId)).heads.visibility };
  };
  const unread = answering(desk, (url) => ({ ...busy, url }));
  const none = await audited(8, unread);
  expect(await seen()).toMatchObject({ audit: { id: none, read: 0 }, inPlans: none });
  const good = await audited(9, desk.deps);
  expect(await seen()).toMatchObject({ audit: { id: good, read: 12 }, change: null, inPlans: good });
  const later = await audited(10, unread);
  expect(await seen()).toMatchObject({
    audit: { id: good, read: 12 },
    inPlans: good,
    history: [{ id: later, status: "done", pagesRead: 0 }, { id: good, pagesRead: 12 }, { id: none }],
  });
  expect(await loadFixes(desk.deps, actor)).toMatchObject({ value: { read: 12 } });
  const next = await audited(11, desk.deps);
  expect(await seen()).toMatchObject({ audit: { id: next }, change: { score: { before: expect.anything() } } });
});

test("a site that is compared with is audited again by itself, as long as it is compared", async () => {
  await using desk = await aVisibilityDesk();
  const { deps, actor } = desk;
  const added = await addCompetitor(deps, actor, { name: "North", homepage: "https://www.northbound.example/" });
  if (!added.ok) throw new Error(added.failure.kind);
  const newest = async () => {
    const view = await loadComparison(deps, actor);
    return (view.ok ? view.value.competitors[0]?.auditId : null) as AuditId;
  };
  const first = await newest();
  expect(await auditAgain(deps, actor, first)).toMatchObject({ failure: { kind: "already-running", auditId: first } });
  await giveUpSiteAudit(deps, { organizationId: actor.organizationId, auditId: first });
  expect(await shown(desk, first)).toMatchObject({ advice: "ours", isCompetitor: true, mayTryAgain: true });
  const again = await auditAgain(deps, actor, first);
  if (!again.ok) throw new Error(again.failure.kind);
  expect(await shown(desk, again.value)).toMatchObject({ status: "queued", isCompetitor: true });
  const [entry] = await listAuditEntries(deps.db, actor.organizationId, {}, 1);
  expect(entry).toMatchObject({ action: "visibility.request-audit", subject: `audit:${again.value}` });

  await changeCompetitor(deps, actor, { id: added.value, keep: false });
  expect(await auditAgain(deps, actor, again.value)).toMatchObject({ failure: { kind: "not-found" } });
});
