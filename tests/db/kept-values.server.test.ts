import { expect, test } from "vitest";
import { keptValues } from "#db/kept-values.server.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

test("what a key names is worked out once, frozen through and through", async () => {
  await using fresh = await freshDatabase();
  const kept = keptValues<{ rows: { n: number }[] }>(10);
  let made = 0;
  const make = async () => {
    made += 1;
    return { rows: [{ n: made }] };
  };
  const first = await kept(fresh.db, "a", make);
  expect(await kept(fresh.db, "a", make)).toBe(first);
  expect(await kept(fresh.db, "b", make)).toEqual({ rows: [{ n: 2 }] });
  expect(() => first.rows.push({ n: 9 })).toThrow(TypeError);
  expect(() => Object.assign(first.rows[0] ?? {}, { n: 9 })).toThrow(TypeError);
});

test("one database's values are not another's, nor a transaction's", async () => {
  await using one = await freshDatabase();
  await using other = await freshDatabase();
  const kept = keptValues<string>(10);
  await kept(one.db, "a", async () => "one");
  expect(await kept(other.db, "a", async () => "other")).toBe("other");
  await one.db.transaction(async (tx) => {
    expect(await kept(tx, "a", async () => "not saved yet")).toBe("not saved yet");
  });
  expect(await kept(one.db, "a", async () => "again")).toBe("one");
});

test("the least recently used go when the weights pass the most, and one that is too heavy neither stays nor drives others out", async () => {
  await using fresh = await freshDatabase();
  const kept = keptValues<string>(10, (value) => value.length);
  await kept(fresh.db, "a", async () => "aaaa");
  await kept(fresh.db, "b", async () => "bbbb");
  await kept(fresh.db, "a", async () => "made again");
  await kept(fresh.db, "c", async () => "cccc");
  expect(await kept(fresh.db, "a", async () => "made again")).toBe("aaaa");
  expect(await kept(fresh.db, "b", async () => "b")).toBe("b");
  await kept(fresh.db, "heavy", async () => "x".repeat(11));
  expect(await kept(fresh.db, "a", async () => "made again")).toBe("aaaa");
  expect(await kept(fresh.db, "heavy", async () => "light")).toBe("light");
});

test("what could not be worked out is not kept", async () => {
  await using fresh = await freshDatabase();
  const kept = keptValues<string>(10);
  await expect(kept(fresh.db, "a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept(fresh.db, "a", async () => "yes")).toBe("yes");
});
