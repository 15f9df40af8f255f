import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { lookEverywhere } from "#app/services/compliance/look-everywhere.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { jobs } from "#db/schema/jobs.ts";
import { dutyLooks } from "#db/schema/radar.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

async function aHouse(organizations: number) {
  const fresh = await freshDatabase();
  const clock = { now: new Date("2026-11-22T06:00:00Z") };
  const knowledge = (version: string) => ({ obligations: aChangingPack(version) }) as unknown as Knowledge;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const deps = { db: fresh.db, now: () => clock.now, newId: randomUUID, knowledge: knowledge("1"), log };
  for (let at = 0; at < organizations; at++) await anOrganizationRow(fresh.db);
  return {
    deps,
    db: fresh.db,
    clock,
    knowledge,
    looks: () => fresh.db.select().from(dutyLooks).orderBy(dutyLooks.organizationId),
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

const never = { signal: new AbortController().signal, progress: async () => undefined };

/** Stops after so many organizations, as a process that is told to end does. */
function stoppedAfter(organizations: number) {
  const stop = new AbortController();
  let done = 0;
  return {
    signal: stop.signal,
    progress: async () => {
      done += 1;
      if (done === organizations) stop.abort();
    },
  };
}

test("a round that was stopped halfway is ended by the next, and looks at nobody twice", async () => {
  await using house = await aHouse(5);
  const stopped = await lookEverywhere(house.deps, {}, stoppedAfter(2));
  expect(stopped).toMatchObject({ ok: false, failure: { retry: true } });
  expect(await house.looks()).toHaveLength(2);
  expect(await lookEverywhere(house.deps, {}, never)).toEqual({ ok: true, value: { looked: 3 } });
  expect(await house.looks()).toHaveLength(5);
  expect(await lookEverywhere(house.deps, {}, never)).toEqual({ ok: true, value: { looked: 0 } });
});

test("a job killed without a word leaves whole looks only, and the next one goes on behind them", async () => {
  await using house = await aHouse(3);
  const killed = { signal: never.signal, progress: () => Promise.reject(new Error("the process is gone")) };
  await expect(lookEverywhere(house.deps, {}, killed)).rejects.toThrow("gone");
  expect(await house.looks()).toMatchObject([{ number: 1, asOf: "2026-11-22" }]);
  expect(await lookEverywhere(house.deps, {}, never)).toEqual({ ok: true, value: { looked: 2 } });
});

test("the next day and the next pack look at everybody again, once each", async () => {
  await using house = await aHouse(2);
  await lookEverywhere(house.deps, {}, never);
  house.clock.now = new Date("2026-11-23T06:00:00Z");
  expect(await lookEverywhere(house.deps, {}, never)).toMatchObject({ value: { looked: 2 } });
  const renewed = { ...house.deps, knowledge: house.knowledge("2") };
  expect(await lookEverywhere(renewed, {}, never)).toMatchObject({ value: { looked: 2 } });
  expect(await lookEverywhere(renewed, {}, never)).toMatchObject({ value: { looked: 0 } });
  expect((await house.looks()).map(({ number, packVersion }) => [number, packVersion])).toEqual([
    [3, "2"],
    [3, "2"],
  ]);
});

test("more organizations than one job takes go on in a job of their own, so that others get their turn", async () => {
  await using house = await aHouse(53);
  expect(await lookEverywhere(house.deps, {}, never)).toMatchObject({ value: { looked: 50 } });
  const [next, ...others] = await house.db.select().from(jobs);
  expect(others).toEqual([]);
  expect(next?.kind).toBe("compliance.look-everywhere");
  expect(await lookEverywhere(house.deps, next?.payload as { after: string }, never)).toMatchObject({
    value: { looked: 3 },
  });
});

test("templates, guests whose time is over and organizations that wait for erasure are left alone", async () => {
  await using house = await aHouse(0);
  await anOrganizationRow(house.db, { kind: "template" });
  await anOrganizationRow(house.db, { kind: "guest", expiresAt: new Date("2026-11-21T00:00:00Z") });
  await anOrganizationRow(house.db, { deletedAt: new Date("2026-11-20T00:00:00Z") });
  expect(await lookEverywhere(house.deps, {}, never)).toMatchObject({ value: { looked: 0 } });
});
