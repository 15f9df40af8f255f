import type { AppLoadContext } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { memberRoles } from "#app/domain/tenancy/permissions.ts";
import type { Deps } from "#app/services/deps.ts";
import type { Database } from "#db/client.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { memberships, organizations } from "#db/schema/tenancy.ts";
import { aForeignOrganization, canary, everyRowOf } from "#tests/builders/a-foreign-organization.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { keptUntilWritten } from "#tests/database/kept-until-written.ts";
import { fakeIdentity } from "#tests/fakes/fake-identity.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { type RouteModule, routeModules } from "./route-modules.ts";

const routes = await routeModules();
const ofOrganizations = routes.filter(({ params }) => params.includes("org"));

/** Two organizations: ours, with a member in each role, and theirs, with a row and a canary in every table. */
async function twoOrganizations(db: Database) {
  const theirs = await aForeignOrganization(db);
  const ours = await anOrganizationRow(db, { slug: "our-organization", name: "Ours" });
  const members = await Promise.all(
    memberRoles.map(async (role) => ({ role, ...(await aMemberRow(db, ours.id, role)) })),
  );
  const rows = await db.select().from(memberships).where(eq(memberships.organizationId, ours.id));
  const deps = await testDeps(db, { identity: fakeIdentity([...members, theirs.owner]) });
  /** Puts our organization back after an action that changed or closed it, so that the next one meets it as it was. */
  async function mend(): Promise<void> {
    await db.insert(organizations).values(ours).onConflictDoUpdate({ target: organizations.id, set: ours });
    for (const row of rows) {
      await db
        .insert(memberships)
        .values(row)
        .onConflictDoUpdate({ target: [memberships.organizationId, memberships.userId], set: row });
    }
  }
  return { theirs, ours, members, deps, mend };
}

type Call = {
  readonly route: RouteModule;
  readonly door: "loader" | "action";
  readonly params: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly body?: Readonly<Record<string, string>>;
  readonly method?: string;
};

let calls = 0;

/** Calls a door as Remix does. Answers the status and everything sent; what no route expects is a fault. */
async function call(deps: Deps, { route, door, params, user, body, method = "POST" }: Call) {
  calls += 1;
  const address = `192.0.2.${calls % 250}-${calls}`;
  const headers = new Headers(user === null ? {} : { "x-test-user": user });
  const init = door === "loader" ? { headers } : { method, headers, body: new URLSearchParams(body ?? {}) };
  const request = new Request(`https://groundwork.example/${route.name}?q=foreign-roles&filter=foreign-roles`, init);
  const context = { deps, nonce: "n", requestId: `request-${calls}`, address } as AppLoadContext;
  const said = await route[door]?.({ request, params, context }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw new Error(`${route.name} ${door} as ${user} with ${JSON.stringify({ params, body })}`, { cause: thrown });
  });
  if (said instanceof Response) {
    const sent = `${[...said.headers].join()} ${await said.text()}`;
    return { status: said.status, sent };
  }
  const status = (said as { init?: { status?: number } } | null)?.init?.status ?? 200;
  return { status, sent: JSON.stringify(said) ?? "" };
}

const doorsOf = (route: RouteModule) => (["loader", "action"] as const).filter((door) => route[door] !== null);

const usual: Readonly<Record<string, string>> = {
  role: "viewer",
  seesPeople: "yes",
  level: "3",
  headcount: "5",
  currency: "EUR",
  version: "1",
  number: "1",
  email: "new@example.com",
  slug: "their-organization",
  observedOn: "2026-11-20",
  observed: "1",
  basis: "measured",
};

/** An action whose source names neither the request nor a form cannot see what it is sent: one body tells as much as a hundred. */
const readsNothing = ({ source }: RouteModule) => {
  const action = source.match(/export const action = [\s\S]*?\n\}\);/)?.[0];
  return action !== undefined && !/request|form|args/i.test(action);
};

/** Bodies that an action may take: each intent its source names, with every field it reads set to a foreign id. */
function bodiesOf({ source }: RouteModule, ids: readonly string[]): Record<string, string>[] {
  const fields = new Set(
    [...source.matchAll(/(\w+): (?:z\.|\w+(?:Id|Field|Schema)?\b[,(])|\.get\("(\w+)"\)/g)].map(
      ([, a, b]) => a ?? b ?? "",
    ),
  );
  const intents = new Set(
    [...source.matchAll(/(?:intent: z\.literal\(|case |name="intent" value=|intent: )"([\w-]+)"/g)].map(
      ([, name]) => name ?? "",
    ),
  );
  for (const [, list] of source.matchAll(/intent: z\.enum\(\[([^\]]+)\]/g)) {
    for (const [, name] of (list ?? "").matchAll(/"([\w-]+)"/g)) intents.add(name ?? "");
  }
  if (intents.size === 0) intents.add("save");
  return [...intents].flatMap((intent) =>
    ids.map((id) => ({ ...Object.fromEntries([...fields].map((field) => [field, usual[field] ?? id])), id, intent })),
  );
}

test("nobody of our organization, in any role, nor anybody signed out, opens any door of theirs", async () => {
  await using fresh = await freshDatabase();
  const { theirs, members, deps } = await twoOrganizations(fresh.db);
  const before = await everyRowOf(fresh.db, theirs.organization.id);
  for (const route of ofOrganizations) {
    const params = Object.fromEntries(route.params.map((name) => [name, `foreign-${name}`]));
    for (const door of doorsOf(route)) {
      for (const user of [null, ...members.map((member) => member.userId)]) {
        const { status, sent } = await call(deps, {
          route,
          door,
          params: { ...params, org: theirs.organization.slug },
          user,
        });
        const expected = user === null ? 302 : 404;
        expect(`${route.name} ${door} ${user}: ${status}`).toBe(`${route.name} ${door} ${user}: ${expected}`);
        expect(sent).not.toContain(canary);
      }
    }
  }
  expect(await everyRowOf(fresh.db, theirs.organization.id)).toBe(before);
});

test("their owner is sent what nobody else may see, so that the canary would be noticed", async () => {
  await using fresh = await freshDatabase();
  const { theirs, deps } = await twoOrganizations(fresh.db);
  const seen = [];
  for (const name of ["o.$org", "o.$org.settings.members", "o.$org.settings.audit", "o.$org.settings._index"]) {
    const route = ofOrganizations.find((one) => one.name === name);
    if (!route) throw new Error(`there is no ${name}`);
    const params = { org: theirs.organization.slug };
    const { sent } = await call(deps, { route, door: "loader", params, user: theirs.owner.userId });
    seen.push(sent.includes(canary));
  }
  expect(seen).toEqual([true, true, true, true]);
});

test("theirs and one that does not exist answer alike", async () => {
  await using fresh = await freshDatabase();
  const { members, deps } = await twoOrganizations(fresh.db);
  const user = members[0]?.userId ?? null;
  for (const route of ofOrganizations.filter(({ loader }) => loader !== null)) {
    const [theirs, nobodys] = await Promise.all(
      ["their-organization", "no-organization"].map((org) =>
        call(deps, { route, door: "loader", params: { org }, user }),
      ),
    );
    expect(theirs).toEqual(nobodys);
  }
});

test("in our own organization every role is let in exactly where the matrix says", async () => {
  await using fresh = await freshDatabase();
  const { members, deps, mend } = await twoOrganizations(fresh.db);
  for (const route of ofOrganizations) {
    for (const door of doorsOf(route)) {
      const policy = route[door]?.policy;
      if (policy?.who !== "member") continue;
      for (const { role, userId } of members) {
        if (mayDo(role, policy.permission)) continue;
        const params = { ...Object.fromEntries(route.params.map((name) => [name, "x"])), org: "our-organization" };
        const { status } = await call(deps, { route, door, params, user: userId });
        expect(`${route.name} ${door} ${role}: ${status}`).toBe(`${route.name} ${door} ${role}: 404`);
      }
    }
  }
  await mend();
});

// One test a route, so that a fault names it.
test.each(ofOrganizations.map((route) => [route.name, route] as const))(
  "%s reads and writes nothing of theirs when their ids come in its address or its form, and logs what it changes of ours",
  async (_, route) => {
    await using fresh = await freshDatabase();
    const { theirs, ours, members, deps, mend } = await twoOrganizations(fresh.db);
    const before = await everyRowOf(fresh.db, theirs.organization.id);
    // Most calls write nothing, and reading every row before and after each would take most of the time.
    using standing = keptUntilWritten(fresh.url, async () => ({
      rows: await everyRowOf(fresh.db, ours.id, ["audit_log", "audit_payloads", "jobs", "usage"]),
      entries: (await listAuditEntries(fresh.db, ours.id, {}, 10_000)).length,
    }));
    const ids = [...theirs.ids, theirs.owner.userId, theirs.organization.id];
    const others = route.params.filter((name) => name !== "org");
    const addresses: Record<string, string>[] = (others.length === 0 ? ["none"] : [...ids, "1"]).map((id) => ({
      ...Object.fromEntries(others.map((name) => [name, id])),
      org: "our-organization",
    }));
    for (const { role, userId: user } of members.filter(({ role }) => role === "owner" || role === "manager")) {
      for (const params of addresses) {
        if (route.loader) {
          const { sent } = await call(deps, { route, door: "loader", params, user });
          expect(sent).not.toContain(canary);
        }
        if (!route.action || role !== "owner") continue;
        const bodies = bodiesOf(route, others.length === 0 ? ids : [String(params[others[0] ?? ""])]);
        for (const body of readsNothing(route) ? bodies.slice(0, 1) : bodies) {
          const was = await standing.get();
          const { sent } = await call(deps, { route, door: "action", params, user, body });
          expect(sent).not.toContain(canary);
          const is = await standing.get();
          if (is.rows !== was.rows)
            expect(is.entries - was.entries, `entries after ${JSON.stringify(body)}`).toBeGreaterThan(0);
          if (is !== was) await mend();
        }
      }
    }
    expect(await everyRowOf(fresh.db, theirs.organization.id)).toBe(before);
  },
);

test("a practice's pages are not found by whoever does not belong to it", async () => {
  await using fresh = await freshDatabase();
  const { theirs, members, deps } = await twoOrganizations(fresh.db);
  const before = await everyRowOf(fresh.db, theirs.organization.id);
  const user = members[0]?.userId ?? null;
  for (const route of routes.filter(({ params }) => params.includes("practice"))) {
    for (const door of doorsOf(route)) {
      const bodies = door === "loader" ? [{}] : bodiesOf(route, [theirs.owner.userId]);
      for (const body of [...bodies, { name: "X", sector: "retail", headcount: "5", country: "DE", currency: "EUR" }]) {
        const { status, sent } = await call(deps, {
          route,
          door,
          params: { practice: theirs.practice.slug },
          user,
          body,
        });
        expect([404, 422]).toContain(status);
        expect(sent).not.toContain(canary);
      }
    }
  }
  expect(await everyRowOf(fresh.db, theirs.organization.id)).toBe(before);
});

test("a person's account page undoes no erasure and shows nothing of theirs", async () => {
  await using fresh = await freshDatabase();
  const { theirs, members, deps } = await twoOrganizations(fresh.db);
  const deletedAt = new Date("2026-11-20T00:00:00Z");
  await fresh.db.update(organizations).set({ deletedAt }).where(eq(organizations.id, theirs.organization.id));
  const before = await everyRowOf(fresh.db, theirs.organization.id);
  const route = routes.find(({ name }) => name === "account");
  if (!route) throw new Error("there is no account page");
  const user = members[1]?.userId ?? null;
  const { sent } = await call(deps, { route, door: "loader", params: {}, user });
  expect(sent).not.toContain(canary);
  await call(deps, {
    route,
    door: "action",
    params: {},
    user,
    body: { intent: "keep", slug: theirs.organization.slug },
  });
  expect(await everyRowOf(fresh.db, theirs.organization.id)).toBe(before);
});
