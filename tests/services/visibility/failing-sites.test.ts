import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { loadAudit } from "#app/services/visibility/load-audit.server.ts";
import { performSiteAudit } from "#app/services/visibility/perform-site-audit.server.ts";
import { insertAudit } from "#db/repositories/visibility.server.ts";
import { aJobContext, aVisibilityDesk } from "#tests/builders/visibility-desk.ts";
import { loopbackServer } from "#tests/fakes/loopback-server.ts";
import { selfSigned } from "#tests/fakes/self-signed.ts";

type Answer = { readonly status: number; readonly body?: string; readonly location?: string };

const files = ["/sitemap.xml", "/llms.txt"];
const gone: Answer = { status: 404 };

/** A site whose every page answers so; its files are not there unless told. */
async function siteThat(page: Answer, robots = gone) {
  return loopbackServer(({ path }, response) => {
    const { status, body = "", location } = path === "/robots.txt" ? robots : files.includes(path) ? gone : page;
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
}

/** What a person sees of the audit of an address once its job has ended, tried again as the queue tries it. */
async function endOf(homepage: string) {
  const unknown = Object.assign(new Error("no"), { code: "ENOTFOUND" });
  await using desk = await aVisibilityDesk({
    sites: { policy: { allowLoopback: true }, resolve: () => Promise.reject(unknown) },
  });
  const { deps, actor } = desk;
  const { organizationId } = actor;
  const auditId = deps.newId() as AuditId;
  await insertAudit(deps.db, organizationId, {
    id: auditId,
    homepage,
    pageLimit: 5,
    status: "queued",
    asOf: "2026-11-22" as IsoDate,
    knowledgeVersion: deps.knowledge.visibility.version,
    createdAt: deps.now(),
    createdBy: actor.userId,
  });
  const run = () => performSiteAudit(deps, { organizationId, auditId }, aJobContext());
  const first = await run();
  if (!first.ok && first.failure.retry) await run();
  const shown = await loadAudit(deps, actor, auditId);
  if (!shown.ok) throw new Error("no audit");
  return shown.value;
}

test.each([
  [401, "turned-away"],
  [403, "turned-away"],
  [429, "too-often"],
  [500, "server-fails"],
  [503, "server-fails"],
  [404, "nothing-read"],
] as const)(
  "a home page that answers %i ends without a score, with its status and what to do: %s",
  async (status, advice) => {
    await using site = await siteThat({ status });
    const audit = await endOf(`http://127.0.0.1:${site.port}/`);
    expect(audit).toMatchObject({ status: "done", read: 0, advice, mayTryAgain: true });
    expect(audit.unread?.join(" ")).toContain(`status ${status}`);
  },
);

test("a robots.txt that closes the site, or fails, is told as that and no page is asked for", async () => {
  const page = { status: 200, body: "<title>t</title><p>words" };
  for (const [robots, advice] of [
    [{ status: 200, body: "User-agent: *\nDisallow: /" }, "robots-closed"],
    [{ status: 500 }, "server-fails"],
  ] as const) {
    await using site = await siteThat(page, robots);
    const audit = await endOf(`http://127.0.0.1:${site.port}/`);
    expect(audit).toMatchObject({ status: "done", read: 0, advice });
    expect(audit.unread?.join(" ")).toContain("robots.txt");
  }
});

test("a circle, a closed port, an expired certificate and a name that leads nowhere end the audit as what they are", async () => {
  await using circle = await siteThat({ status: 302, location: "/" });
  const expired = createTlsServer(selfSigned, (_, response) => void response.end("secret"));
  const closed = createTlsServer(selfSigned);
  for (const server of [expired, closed])
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const [tls, nobody] = [expired, closed].map((server) => (server.address() as AddressInfo).port);
  await new Promise((done) => closed.close(done));
  const ends = await Promise.all(
    [
      `http://127.0.0.1:${circle.port}/`,
      `http://127.0.0.1:${nobody}/`,
      `https://127.0.0.1:${tls}/`,
      "https://nowhere.example.com/",
    ].map(endOf),
  );
  expect(ends.map(({ status, advice }) => `${status} ${advice}`)).toEqual([
    "failed redirects",
    "failed nothing-answers",
    "failed certificate",
    "failed name",
  ]);
  expect(ends[2]?.failure).toContain("CERT_HAS_EXPIRED");
  await new Promise((done) => expired.close(done));
});
