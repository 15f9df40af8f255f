import type { AppLoadContext } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AssessmentId, OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { ExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import type { Database } from "#db/client.server.ts";
import { keepFact } from "#db/repositories/facts.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { assessments } from "#db/schema/assessments.ts";
import { memberships, organizations } from "#db/schema/tenancy.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { anExposedRole, anExposure } from "#tests/builders/report-inputs.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { fakeIdentity } from "#tests/fakes/fake-identity.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { routeModules } from "./route-modules.ts";

const pages = ["o.$org", "o.$org._index", "o.$org.exposure._index", "o.$org.compliance._index", "o.$org.plan._index"];
const routes = (await routeModules()).filter(({ name }) => pages.includes(name));

/** An organization with an assessment of one large and one small role, whose titles start with its slug. */
async function assessed(db: Database, slug: string) {
  const organization = await anOrganizationRow(db, { slug, name: slug });
  const roles = [
    anExposedRole({ id: `${slug}-1` as RoleId, title: `${slug} clerks` }),
    anExposedRole({ id: `${slug}-2` as RoleId, title: `${slug} director`, headcount: 1 }),
  ];
  await assess(db, organization.id, roles, "2026-11-20T09:00:00Z");
  return organization;
}

async function assess(
  db: Database,
  organizationId: OrganizationId,
  roles: ReturnType<typeof anExposedRole>[],
  at: string,
) {
  await db.insert(assessments).values({
    id: `exposure-${organizationId}-${at}` as AssessmentId,
    organizationId,
    kind: "exposure",
    asOf: anExposure([]).asOf,
    knowledgeVersion: "test",
    inputHash: "x",
    input: { scenario: "central" },
    result: anExposure(roles),
    createdAt: new Date(at),
    createdBy: "test",
  });
}

async function twoOrganizations(db: Database) {
  const [ours, theirs] = [await assessed(db, "our-works"), await assessed(db, "their-works")];
  const people = [
    await aMemberRow(db, ours.id, "viewer"),
    await aMemberRow(db, theirs.id),
    await aMemberRow(db, ours.id),
  ];
  const [viewer, stranger, owner] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const signedIn = [...people];
  const deps = await testDeps(db, { identity: fakeIdentity(signedIn) });
  let requests = 0;
  /** The status and the data of each page of an organization, as this person is answered now. */
  async function open(org: string, user: string) {
    const answers = [];
    for (const { name, loader } of routes) {
      requests += 1;
      const request = new Request("https://groundwork.example/", { headers: { "x-test-user": user } });
      const context = { deps, nonce: "n", requestId: `r${requests}`, address: "192.0.2.1" } as AppLoadContext;
      const said = await loader?.({ request, params: { org }, context }).catch((thrown: unknown) => thrown);
      answers.push(
        said instanceof Response ? { name, status: said.status, sent: "" } : { name, status: 200, sent: said },
      );
    }
    return answers;
  }
  return { ours, theirs, viewer, stranger, owner, signedIn, open };
}

type Answers = readonly { readonly name: string; readonly status: number; readonly sent: unknown }[];
const statuses = (answers: Answers) => [...new Set(answers.map(({ status }) => status))];
const text = (answers: Answers) => JSON.stringify(answers.map(({ sent }) => sent));
const exposureOf = (answers: Answers) =>
  (answers.find(({ name }) => name === "o.$org.exposure._index")?.sent as ExposureReport | undefined)?.result;

test("who was taken out, whose session ended, and who comes to a closed organization see no kept view", async () => {
  await using fresh = await freshDatabase();
  const { ours, viewer, owner, signedIn, open } = await twoOrganizations(fresh.db);
  for (const person of [viewer, owner]) expect(statuses(await open("our-works", person.userId))).toEqual([200]);

  await fresh.db
    .delete(memberships)
    .where(and(eq(memberships.organizationId, ours.id), eq(memberships.userId, viewer.userId)));
  expect(statuses(await open("our-works", viewer.userId))).toEqual([404]);

  signedIn.splice(signedIn.indexOf(viewer), 1);
  expect(statuses(await open("our-works", viewer.userId))).toEqual([302]);

  await fresh.db
    .update(organizations)
    .set({ deletedAt: new Date(0) })
    .where(eq(organizations.id, ours.id));
  expect(statuses(await open("our-works", owner.userId))).toEqual([404]);
});

test("a view kept for one organization is served to no other", async () => {
  await using fresh = await freshDatabase();
  const { owner, stranger, open } = await twoOrganizations(fresh.db);
  expect(text(await open("our-works", owner.userId))).toContain("our-works clerks");
  const theirs = await open("their-works", stranger.userId);
  expect(text(theirs)).toContain("their-works clerks");
  expect(text(theirs)).not.toContain("our-works");
  expect(statuses(await open("our-works", stranger.userId))).toEqual([404]);
});

test("who may not see single persons is served no view kept for somebody who may, nor after that was taken back", async () => {
  await using fresh = await freshDatabase();
  const { ours, viewer, owner, open } = await twoOrganizations(fresh.db);
  const grant = (seesPeople: boolean) =>
    fresh.db
      .update(memberships)
      .set({ seesPeople })
      .where(and(eq(memberships.organizationId, ours.id), eq(memberships.userId, viewer.userId)));
  const hidden = async (user: string) => exposureOf(await open("our-works", user))?.hidden;
  expect(await hidden(owner.userId)).toBe(0);
  expect(await hidden(viewer.userId)).toBe(2);
  await grant(true);
  expect(await hidden(viewer.userId)).toBe(0);
  await grant(false);
  expect(await hidden(viewer.userId)).toBe(2);
});

test("a new assessment, a changed role and a new answer show at the next request", async () => {
  await using fresh = await freshDatabase();
  const { ours, owner, open } = await twoOrganizations(fresh.db);
  const before = await open("our-works", owner.userId);
  expect(text(before)).not.toContain("newcomers");

  const newcomers = anExposedRole({ id: "n" as RoleId, title: "newcomers" });
  await assess(fresh.db, ours.id, [newcomers], "2026-11-21T09:00:00Z");
  expect(text(await open("our-works", owner.userId))).toContain("newcomers");

  const at = new Date("2026-11-22T09:00:00Z");
  await insertRoles(
    fresh.db,
    ours.id,
    [{ id: "role-9" as RoleId, draft: { title: "Night guards", headcount: 9 } }],
    at,
  );
  const grown = await open("our-works", owner.userId);
  expect(grown.find(({ name }) => name === "o.$org")?.sent).toMatchObject({ counts: { workforce: 1 } });

  const duties = (answers: Answers) => JSON.stringify(answers.find(({ name }) => name.includes("compliance"))?.sent);
  await keepFact(fresh.db, ours.id, { fact: "org.workers_in", value: ["US-IL"], answeredBy: "x", answeredAt: at }, 0);
  expect(duties(await open("our-works", owner.userId))).not.toBe(duties(grown));
});
