import { beforeAll, expect, test } from "vitest";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { columnNames, guessMapping } from "#app/domain/workforce/import-mapping.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { addRoles } from "#app/services/workforce/add-roles.server.ts";
import { loadRole } from "#app/services/workforce/load-role.server.ts";
import { loadRoles } from "#app/services/workforce/load-roles.server.ts";
import { rosterSheet } from "#app/services/workforce/write-roster.server.ts";
import { entries } from "#app/workers/entries.ts";
import { titleKey } from "#db/repositories/workforce.server.ts";
import { titleChoices } from "#db/schema/workforce.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aRoleDraft } from "#tests/builders/a-roster.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const now = () => new Date("2026-11-22T12:00:00Z");
let knowledge: Knowledge;

beforeAll(async () => {
  const [{ occupations }, { titles }, { pricePlans }] = await Promise.all([
    import("#app/knowledge/occupations/index.ts"),
    import("#app/knowledge/occupations/titles.ts"),
    import("#app/knowledge/price-plans/index.ts"),
  ]);
  knowledge = { occupations, titles, pricePlans } as Knowledge;
});

const drafts = [
  aRoleDraft({ title: "Software developer", headcount: 12, annualPay: 72_000, currency: "EUR" }),
  aRoleDraft({ title: "Chief vibes officer", headcount: 8 }),
  aRoleDraft({ title: "Managing director", headcount: 1, annualPay: 162_000, currency: "EUR" }),
];

const compute = createCompute({ folder: null, entries });

async function aHouse() {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "owner");
  const { actor: viewer } = await aMemberRow(fresh.db, id, "viewer");
  let count = 0;
  const deps = { db: fresh.db, knowledge, compute, now, newId: () => `id-${++count}` };
  await addRoles(deps, actor, drafts);
  return { deps, actor, viewer, organizationId: id, [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose]() };
}

type House = Awaited<ReturnType<typeof aHouse>>;

async function seen(house: House, actor: Actor) {
  const view = await loadRoles(house.deps, actor);
  if (!view.ok) throw new Error(view.failure.kind);
  return view.value;
}

test("a title that the model is sure of is recognised, an odd one waits, and a choice of a person settles it", async () => {
  await using house = await aHouse();
  const before = await seen(house, house.actor);
  const stateOf = (title: string, view: typeof before) => view.roles.find((role) => role.title === title)?.state;
  expect(stateOf("Software developer", before)).toBe("matched");
  expect(["unconfirmed", "unmatched"]).toContain(stateOf("Chief vibes officer", before));

  const title = titleKey("Chief vibes officer");
  await house.deps.db.insert(titleChoices).values({
    organizationId: house.organizationId,
    title,
    onet: "11-1011.00",
    chosenBy: house.actor.userId,
    chosenAt: now(),
  });
  const after = await seen(house, house.actor);
  expect(stateOf("Chief vibes officer", after)).toBe("confirmed");
  expect(after.waiting).toBe(before.waiting - 1);
});

test("who may not see persons is shown neither a small role's figures nor what subtraction would give away", async () => {
  await using house = await aHouse();
  const all = await seen(house, house.actor);
  const some = await seen(house, house.viewer);
  expect([all.people, some.people, all.hidden]).toEqual([21, 21, 0]);
  const director = some.roles.find(({ title }) => title === "Managing director");
  expect([director?.headcount, director?.pay]).toEqual([null, null]);
  expect(some.hidden).toBeGreaterThan(1);
  expect(some.removed).toEqual([]);
  const id = director?.id;
  if (id === undefined) throw new Error("no director");
  expect(await loadRole(house.deps, house.viewer, id)).toEqual({ ok: false, failure: { kind: "not-found" } });
  const otherHidden = some.roles.find((role) => role.headcount === null && role.id !== id)?.id ?? id;
  expect(await loadRole(house.deps, house.viewer, otherHidden)).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect((await loadRole(house.deps, house.actor, id)).ok).toBe(true);
});

test("what is exported is recognised when it is imported again", async () => {
  await using house = await aHouse();
  const { headers, rows } = rosterSheet((await seen(house, house.actor)).roles);
  expect(rows).toHaveLength(3);
  expect(guessMapping(columnNames(headers))).toMatchObject({
    title: "Job title",
    headcount: "Headcount",
    annualPay: "Annual pay",
    currency: "Currency",
    country: "Country",
    site: "Site",
    department: "Department",
    level: "Level",
  });
});
