import { expect, test } from "vitest";
import { aPersonRow } from "#tests/builders/a-person.ts";
import { freshDatabase } from "./fresh-database.ts";
import { keptUntilWritten } from "./kept-until-written.ts";

test("what was read stays until somebody commits something, in a transaction or not", async () => {
  await using fresh = await freshDatabase();
  let readings = 0;
  using kept = keptUntilWritten(fresh.url, async () => ({ readings: ++readings }));
  const first = await kept.get();
  expect(await kept.get()).toBe(first);
  await aPersonRow(fresh.db);
  const second = await kept.get();
  expect(second).toEqual({ readings: 2 });
  await fresh.db.transaction(async (tx) => void (await aPersonRow(tx)));
  expect(await kept.get()).toEqual({ readings: 3 });
  await fresh.db.transaction(async () => undefined);
  expect(await kept.get()).toEqual({ readings: 3 });
});
