import { expect, test } from "vitest";
import { proofIn } from "#app/domain/visibility/site-proof.ts";
import type { SiteFetcher } from "#app/services/ports/site-fetcher.ts";
import { claimSite, loadSiteProof, proveSite } from "#app/services/visibility/prove-site.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { findAudit } from "#db/repositories/visibility.server.ts";
import { aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

const homepage = "https://www.kestrelfreight.example/";
type Desk = Awaited<ReturnType<typeof aVisibilityDesk>>;

async function tokenOf(desk: Desk): Promise<string> {
  await claimSite(desk.deps, desk.actor);
  const proof = await loadSiteProof(desk.deps, desk.actor);
  return (proof.ok ? proof.value?.token : null) ?? "";
}

/** The desk's site, with one more file and records of its own. */
function showing(desk: Desk, over: { file?: string; at?: string; txt?: readonly string[] }): SiteFetcher {
  return {
    ...desk.deps.sites,
    txtRecords: async () => over.txt ?? [],
    async get(url, options) {
      if (!url.includes("/.well-known/") || over.file === undefined) return desk.deps.sites.get(url, options);
      const answer = { kind: "answered", status: 200, headers: {}, redirects: [], milliseconds: 1 } as const;
      return { ...answer, url: over.at ?? url, body: over.file };
    },
  };
}

test("more than 25 pages ask for proof, and a fresh proof in the domain's records is one", async () => {
  await using desk = await aVisibilityDesk();
  const large = { homepage, pages: 300 };
  expect(await requestSiteAudit(desk.deps, desk.actor, large)).toMatchObject({
    failure: { kind: "not-proven", most: 25 },
  });
  const token = await tokenOf(desk);
  expect(await tokenOf(desk)).toBe(token);
  expect(await proveSite(desk.deps, desk.actor)).toEqual({ ok: true, value: null });
  expect(await requestSiteAudit(desk.deps, desk.actor, large)).toMatchObject({ ok: false });
  const sites = showing(desk, { txt: ["v=spf1 -all", `groundwork-site=${token}`] });
  expect(await proveSite({ ...desk.deps, sites }, desk.actor)).toEqual({ ok: true, value: "dns" });
  const later = { ...desk.deps, now: () => new Date("2027-11-22T12:00:00Z") };
  expect(await loadSiteProof(later, desk.actor)).toMatchObject({ value: { proven: false, provenBy: "dns" } });
  const queued = await requestSiteAudit(desk.deps, desk.actor, large);
  if (!queued.ok) throw new Error(queued.failure.kind);
  expect((await findAudit(desk.deps.db, desk.actor.organizationId, queued.value))?.pageLimit).toBe(300);
});

test("the file of another host shows nothing, and who may only look gets no line", async () => {
  await using desk = await aVisibilityDesk();
  const token = await tokenOf(desk);
  const elsewhere = showing(desk, { file: token, at: "https://evil.example/x" });
  expect(await proveSite({ ...desk.deps, sites: elsewhere }, desk.actor)).toEqual({ ok: true, value: null });
  const here = showing(desk, { file: `${token}\n` });
  expect(await proveSite({ ...desk.deps, sites: here }, desk.actor)).toEqual({ ok: true, value: "file" });
  const viewer = { ...desk.actor, role: "viewer" as const };
  expect(await loadSiteProof(desk.deps, viewer)).toMatchObject({ value: { lines: null, mayProve: false } });
  expect((await proveSite(desk.deps, viewer)).ok).toBe(false);
});

test("a token is known by its record, its file or its meta, whole and nowhere else", () => {
  const none = { txt: [], file: null, page: null };
  expect(proofIn({ ...none, txt: ["groundwork-site=abc-1"] }, "abc-1")).toBe("dns");
  expect(proofIn({ ...none, txt: ["groundwork-site=abc-12"] }, "abc-1")).toBeNull();
  expect(proofIn({ ...none, file: " abc-1\n" }, "abc-1")).toBe("file");
  expect(proofIn({ ...none, file: "<html>abc-1</html>" }, "abc-1")).toBeNull();
  expect(proofIn({ ...none, page: '<META content="abc-1" name="groundwork-site">' }, "abc-1")).toBe("meta");
  expect(proofIn({ ...none, page: '<meta name="groundwork-site" content="abc-12">' }, "abc-1")).toBeNull();
  expect(proofIn({ ...none, page: "<p>abc-1 groundwork-site</p>" }, "abc-1")).toBeNull();
  expect(proofIn({ ...none, txt: ["groundwork-site="] }, "")).toBeNull();
});
