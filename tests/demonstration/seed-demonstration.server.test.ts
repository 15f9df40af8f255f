import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import { counsel, hr, ownersOfLaws, reviewer } from "#app/demonstration/people.ts";
import { keptDocument } from "#app/demonstration/registers.ts";
import { offerDemonstration, seedDemonstration } from "#app/demonstration/seed-demonstration.server.ts";
import { must, systemNamed } from "#app/demonstration/seeding.server.ts";
import { demonstrationSite } from "#app/demonstration/site/site.ts";
import { action } from "#app/routes/demonstration.ts";
import { loadRadar } from "#app/services/compliance/load-radar.server.ts";
import { loadControl } from "#app/services/evidence/load-control.server.ts";
import { loadControls } from "#app/services/evidence/load-controls.server.ts";
import { watchEvidence } from "#app/services/evidence/watch-evidence.server.ts";
import { sha256 } from "#app/services/governance/record.server.ts";
import type { Compute } from "#app/services/ports/compute.ts";
import type { Log } from "#app/services/ports/log.ts";
import { startDemonstration } from "#app/services/tenancy/start-demonstration.server.ts";
import { loadExperiment, loadExperiments } from "#app/services/visibility/load-experiments.server.ts";
import { loadReview } from "#app/services/visibility/load-review.server.ts";
import { loadLiteracy } from "#app/services/work-products/literacy.server.ts";
import { loadIncidents } from "#app/services/work-products/load-incidents.server.ts";
import { loadVersions } from "#app/services/work-products/load-versions.server.ts";
import { loadVendorAnswers } from "#app/services/work-products/vendor-answers.server.ts";
import { entries } from "#app/workers/entries.ts";
import type { Database } from "#db/client.server.ts";
import { listDutyOwners } from "#db/repositories/duty-owners.server.ts";
import { followAuditLog, listAuditEntries } from "#db/repositories/governance.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { findTemplate } from "#db/repositories/tenancy.server.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { fakeMailer } from "#tests/fakes/fake-mailer.ts";
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

type Seeding = Awaited<ReturnType<typeof aSeeding>>;

async function aSeeding() {
  const fresh = await freshDatabase();
  const log = aLog();
  const sites = guardedSites({ memory: demonstrationSite });
  const compute = createCompute({ folder: null, entries });
  const deps = await testDeps(fresh.db, { log, compute, sites, now: () => new Date("2026-11-22T10:00:00Z") });
  try {
    expect(await seedDemonstration(deps, alone)).toBe("seeded");
  } finally {
    await sites.close();
    await compute.close();
  }
  expect(log.said).toEqual([]);
  return { fresh, deps };
}

describe("what two seedings, each with its own ids, come to", () => {
  const seedings: Seeding[] = [];
  beforeAll(async () => {
    for (let seeding = 0; seeding < 2; seeding++) seedings.push(await aSeeding());
  }, 240_000);
  afterAll(async () => {
    for (const { fresh } of seedings) await fresh[Symbol.asyncDispose]();
  });

  test("both choose the same plans, and the outcome leads to a second one", async () => {
    const chosen: unknown[] = [];
    for (const { fresh } of seedings) {
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
    expect(chosen[1]).toEqual(chosen[0]);
  });

  test("a visitor's copy shows two experiments, one told from chance and one not, and what waits to be judged", async () => {
    const [{ deps }] = seedings as [Seeding];
    const started = await startDemonstration(deps, "request");
    if (!started.ok) throw new Error(started.failure.kind);
    const { actor } = started.value;
    const { experiments, lines } = must("experiments", await loadExperiments(deps, actor));
    expect(lines.length).toBeGreaterThan(0);
    expect(
      experiments.map(({ name, reading }) => [name, reading.state, reading.beyondHeldOut?.distinguishable]),
    ).toEqual([
      ["Figures and sources on the cold chain page", "done", true],
      ["Shorter text on the customs page", "done", false],
    ]);
    const [told] = experiments;
    const one = must("experiment", await loadExperiment(deps, actor, told?.id ?? ""));
    expect(one).toMatchObject({ statedBefore: true, recorded: false });
    expect(one.reading.beyondHeldOut?.estimate.low).toBeGreaterThan(0);
    const review = must("review", await loadReview(deps, actor));
    expect(review.waitingCount).toBeGreaterThan(0);
    expect(review.toPutRight.map(({ text }) => text)).toEqual(["Kestrel Freight does not act as a customs broker."]);
  });

  test("a visitor's copy shows a life in compliance: evidence, registers, owners and changes, each with its log", async () => {
    const [{ deps }] = seedings as [Seeding];
    const started = await startDemonstration(deps, "request");
    if (!started.ok) throw new Error(started.failure.kind);
    const { actor } = started.value;

    const controls = must("controls", await loadControls(deps, actor, {}));
    const states = new Set(controls.rows.map(({ state }) => state));
    expect([...states].sort()).toEqual(["expired", "missing", "needs-judgement", "present"]);
    const ended = must("control", await loadControl(deps, actor, "vendor_contract", {}));
    expect(ended.history.map(({ action, who }) => [action, who])).toEqual([
      ["evidence.expire", "system"],
      ["control.change", counsel.name],
      ["evidence.accept", reviewer.name],
      ["evidence.add", counsel.name],
    ]);

    const incidents = must("incidents", await loadIncidents(deps, actor));
    expect([incidents.incidents.length, incidents.open]).toEqual([3, 1]);
    const literacy = must("literacy", await loadLiteracy(deps, actor));
    expect(new Set(literacy.records.map(({ state }) => state))).toEqual(new Set(["current", "expiring", "expired"]));
    const subject = incidents.incidents.find(({ closedAt }) => closedAt === null);
    expect(subject?.system).toBe(keptDocument.system);

    const system = await systemNamed(deps, actor, keptDocument.system);
    const answers = must("answers", await loadVendorAnswers(deps, actor, system));
    expect(answers.questions.filter(({ by }) => by === hr.name)).toHaveLength(3);
    const key = { product: keptDocument.product, subject: system };
    const versions = must("versions", await loadVersions(deps, actor, key, { from: null, to: null }));
    expect(versions.versions.map(({ made }) => made)).toEqual(["edited", "edited", "filled"]);

    const owners = await listDutyOwners(deps.db, actor.organizationId);
    expect(new Set(owners.map(({ userId }) => userId))).toEqual(new Set(ownersOfLaws.map(({ owner }) => owner.userId)));
    const radar = must("radar", await loadRadar(deps, actor, { since: null }));
    const changes = radar.groups.flatMap((group) => group.changes);
    expect(new Set(changes.map(({ noted }) => noted?.by ?? null))).toEqual(new Set([counsel.name, null]));

    const log = await listAuditEntries(deps.db, actor.organizationId, {}, 500);
    const days = log.filter(({ requestId }) => requestId === "seed").map(({ at }) => at.getTime());
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(await followAuditLog(deps.db, sha256)).toMatchObject({ firstBroken: null });
  });

  test("no letter goes out to people who do not exist", async () => {
    const [{ deps }] = seedings as [Seeding];
    const mail = fakeMailer();
    must("watch", await watchEvidence({ ...deps, mail }));
    expect(mail.sent).toEqual([]);
  });
});
