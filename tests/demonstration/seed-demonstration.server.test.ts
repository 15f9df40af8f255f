import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import { offerDemonstration, seedDemonstration } from "#app/demonstration/seed-demonstration.server.ts";
import { demonstrationSite } from "#app/demonstration/site/site.ts";
import { action } from "#app/routes/demonstration.ts";
import type { Compute } from "#app/services/ports/compute.ts";
import type { Log } from "#app/services/ports/log.ts";
import { entries } from "#app/workers/entries.ts";
import type { Database } from "#db/client.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { findTemplate } from "#db/repositories/tenancy.server.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "#tests/routes/a-browser.ts";

function aLog(): Log & { readonly said: string[] } {
  const said: string[] = [];
  const keep = (fields: object, message: string) => void said.push(`${message} ${JSON.stringify(fields)}`);
  return { said, info: () => undefined, warn: keep, error: keep };
}

/** The tables that hold anything of an organization, but for the log, which only grows. */
async function rowsLeft(db: Database): Promise<Record<string, number>> {
  const owned = await db.all<{ name: string }>(
    sql`select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'organization_id' where m.type = 'table'`,
  );
  const left: Record<string, number> = {};
  for (const name of ["organizations", ...owned.map((table) => table.name)]) {
    const [row] = await db.all<{ n: number }>(sql.raw(`select count(*) as n from "${name}"`));
    if (name !== "audit_log" && row !== undefined && row.n > 0) left[name] = row.n;
  }
  return left;
}

const alone = { alone: true };
const failing: Compute = { run: () => Promise.reject(new Error("the thread died")), close: async () => undefined };

test("a demonstration that cannot be made is one line in the log, leaves nothing behind, and is tried again", async () => {
  await using fresh = await freshDatabase();
  const log = aLog();
  const deps = await testDeps(fresh.db, { log, compute: failing });
  const line = 'started without a demonstration; the next start tries to make it again {"because":"the thread died"}';
  for (const expected of [[line], [line, line]]) {
    expect(await offerDemonstration(deps, { alone: false })).toBe("unavailable");
    expect(log.said).toEqual(expected);
    expect(await rowsLeft(fresh.db)).toEqual({});
  }
});

test("who asks for a demonstration that is not there is told so on the page with the button", async () => {
  await using fresh = await freshDatabase();
  const visitor = aBrowser(await testDeps(fresh.db));
  expect(await visitor.post(action, "/demonstration", {})).toMatchObject({
    status: 302,
    to: "/?demonstration=unavailable",
  });
  expect(visitor.jar.size).toBe(0);
});

test("an outcome that changes no plan leaves a shorter history, and the demonstration is there", async () => {
  await using fresh = await freshDatabase();
  const log = aLog();
  const honest = createCompute({ folder: null, entries });
  const first = new Map<string, unknown>();
  const compute: Compute = {
    close: honest.close,
    async run(task, input) {
      if (task === "compose-plan" && first.has(task)) return first.get(task) as never;
      const output = await honest.run(task, input);
      first.set(task, output);
      return output;
    },
  };
  const sites = guardedSites({ memory: demonstrationSite });
  const deps = await testDeps(fresh.db, { log, compute, sites });
  try {
    expect(await seedDemonstration(deps, alone)).toBe("seeded");
  } finally {
    await sites.close();
  }
  expect(log.said).toEqual([expect.stringContaining("the demonstration's outcome led to no new plan version")]);
  expect((await findTemplate(fresh.db))?.slug).toBe("kestrel-freight");
}, 120_000);

test("two seedings, each with its own ids, choose the same plans, and the outcome leads to a second one", async () => {
  const compute = createCompute({ folder: null, entries });
  const sites = guardedSites({ memory: demonstrationSite });
  const chosen: unknown[] = [];
  try {
    for (let seeding = 0; seeding < 2; seeding++) {
      await using fresh = await freshDatabase();
      const log = aLog();
      const now = () => new Date("2026-11-22T10:00:00Z");
      const deps = await testDeps(fresh.db, { log, compute, sites, now });
      expect(await seedDemonstration(deps, alone)).toBe("seeded");
      expect(log.said).toEqual([]);
      const template = await findTemplate(fresh.db);
      const version = template === null ? null : await findPlanOf(fresh.db, template.id, "approved");
      expect(version?.number).toBe(2);
      const { items, value, seed } = version?.plan ?? { items: [], value: 0, seed: 0 };
      chosen.push({
        seed,
        value,
        items: items.map(({ id, mode, start, finish, onTime }) => [id, mode.id, start, finish, onTime]),
      });
    }
  } finally {
    await sites.close();
    await compute.close();
  }
  expect(chosen[1]).toEqual(chosen[0]);
}, 240_000);
