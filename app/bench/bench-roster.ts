import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { loadKnowledge } from "#app/knowledge/load-knowledge.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { assessExposureJob } from "#app/services/exposure/assess-soon.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { importRolesJob } from "#app/services/workforce/import-roles-job.server.ts";
import { loadRoles } from "#app/services/workforce/load-roles.server.ts";
import { loadTitles } from "#app/services/workforce/load-titles.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import { undoImport } from "#app/services/workforce/undo-import.server.ts";
import { entries, limits } from "#app/workers/entries.ts";
import { openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { insertOrganization } from "#db/repositories/tenancy.server.ts";
import type { Figure } from "./figures.ts";

const titles = 5_000;
/** Rows of the two rosters, which have the same roles: what grows with the rows alone shows in the difference. */
const sizes = [10_000, 100_000] as const;

/** The worker threads as the build bundles them: `--import tsx` does not reach into a thread. */
async function builtWorkers(folder: string): Promise<URL> {
  const { build } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const names = ["read-roster", "match-titles", "assess-roster", "assess-exposure"] as const;
  await build({
    entryPoints: names.map((name) => join("app/workers", `${name}.ts`)),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    loader: { ".json": "json" },
    logLevel: "error",
  });
  return pathToFileURL(`${folder}/`);
}

/** A list of persons: so many rows in 5,000 titles, with the columns of a usual export. */
function aPersonList(rows: number, names: readonly string[]): Uint8Array {
  const lines = ["Employee ID,Job title,Department,Site,Country,Annual salary,Currency,Hire date,Cost centre"];
  for (let at = 0; at < rows; at++) {
    const kind = at % titles;
    const title = `${names[kind % names.length]} ${Math.floor(kind / names.length) || ""}`.trim();
    const pay = 30_000 + (at % 977) * 50;
    lines.push(
      `E${at},"${title}",Department ${kind % 40},Site ${kind % 7},DE,${pay},EUR,2019-03-${(at % 28) + 1},CC-${kind}`,
    );
  }
  return new TextEncoder().encode(lines.join("\n"));
}

type Phase = { readonly ms: number; readonly stall: number };

/** How long `run` takes, and the longest time for which the event loop did nothing else. */
async function timed(run: () => Promise<unknown>): Promise<Phase> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  await new Promise((resolve) => setTimeout(resolve, 60));
  delay.enable();
  const from = performance.now();
  await run();
  const ms = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { ms, stall: delay.max / 1e6 };
}

/** A roster from its bytes to its assessment, through the services and threads that the pages use. */
export async function rosterFigures(): Promise<readonly Figure[]> {
  // Within the project, so that the bundles find its packages.
  mkdirSync(".cache", { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), ".cache", "bench-"));
  const data = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
  const database = await openDatabase(`file:${join(data, "bench.db")}`);
  await applyMigrations(database);
  const knowledge = await loadKnowledge();
  const compute = createCompute({ folder: await builtWorkers(folder), entries, limits, idleMs: 600_000 });
  const { db } = database;
  const deps = { db, knowledge, compute, tables, now: () => new Date(), newId: randomUUID } as unknown as Deps;
  try {
    const names = knowledge.occupations.occupations.map(({ title }) => title.replaceAll('"', ""));
    const figures: Figure[] = [];
    for (const rows of sizes) figures.push(...(await through(deps, rows, aPersonList(rows, names))));
    return figures;
  } finally {
    await compute.close();
    database.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(data, { recursive: true, force: true });
  }
}

const idleMs = 3_000;
const context = { signal: new AbortController().signal, progress: async () => undefined };

async function anOrganization({ db, now, newId }: Deps): Promise<Actor> {
  const organizationId = newId() as OrganizationId;
  const at = now();
  await insertOrganization(db, {
    id: organizationId,
    slug: organizationId,
    name: "Bench",
    kind: "own",
    practiceId: null,
    sector: "logistics",
    headcount: null,
    country: "DE",
    places: ["EU-DE"],
    currency: "EUR",
    website: null,
    createdAt: at,
    expiresAt: null,
    deletedAt: null,
    version: 1,
  });
  const seconds = Math.floor(at.getTime() / 1000);
  const subscription = foldEvents([
    {
      kind: "subscription-changed",
      id: "evt_bench",
      at: seconds,
      change: "updated",
      customerId: "cus_bench",
      subscriptionId: "sub_bench",
      status: "active",
      lookupKey: "groundwork_consultancy_monthly",
      periodStart: seconds,
      periodEnd: seconds + 30 * 86_400,
      endsAtPeriodEnd: false,
    },
  ]);
  await saveBillingState(db, organizationId, subscription, `cus_${organizationId}`, at);
  return { organizationId, userId: "bench" as UserId, role: "owner", seesPeople: true, requestId: "bench" };
}

/** The largest memory of the process while `run` goes on, above what it had before, in MiB. */
async function memoryOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  await run().finally(() => clearInterval(watch));
  return (most - before) / 1_048_576;
}

async function through(deps: Deps, rows: number, bytes: Uint8Array): Promise<readonly Figure[]> {
  const actor = await anOrganization(deps);
  const { organizationId } = actor;
  const phases: [string, Phase][] = [];
  const phase = async (name: string, run: () => Promise<unknown>) => {
    const done = await timed(run);
    phases.push([name, done]);
    console.error(`${rows} rows ${name}: ${(done.ms / 1000).toFixed(1)} s, longest stall ${done.stall.toFixed(0)} ms`);
  };
  let importId = "";
  let memory = 0;
  const job = () => importRolesJob(deps, { organizationId, importId, requestedBy: actor.userId }, context);

  // What the machine itself does to a loop without work: the other stalls are read against it.
  await phase("an idle loop", () => new Promise((resolve) => setTimeout(resolve, idleMs)));
  await phase("uploaded and looked at", async () => {
    const started = await startImport(deps, actor, { fileName: "bench.csv", bytes });
    if (!started.ok) throw new Error(started.failure.kind);
    importId = started.value.importId;
  });
  await phase("read, kept and compared", async () => {
    memory = await memoryOf(job);
  });
  await phase("saved", async () => {
    const queued = await importRoles(deps, actor, importId);
    if (!queued.ok) throw new Error(queued.failure.kind);
    await job();
  });
  await phase("assessed and kept", () => assessExposureJob(deps, { organizationId, requestedBy: actor.userId }));
  await phase("titles page, first", () => loadTitles(deps, actor, wanted));
  await phase("titles page, again", () => loadTitles(deps, actor, wanted));
  await phase("roster page, again", () => loadRoles(deps, actor));
  await phase("undone", async () => {
    const queued = await undoImport(deps, actor, { importId, untouchedOnly: false });
    if (!queued.ok) throw new Error(queued.failure.kind);
    await job();
  });

  const working = phases.slice(1, 5);
  const seconds = working.reduce((sum, [, { ms }]) => sum + ms, 0) / 1000;
  const named = (name: string) => `roster of ${rows}: ${name}`;
  return [
    { name: named("bytes, MB"), value: bytes.byteLength / 1e6, basis: "measured" },
    ...phases.flatMap(([name, { ms, stall }]): Figure[] => [
      { name: named(`${name}, s`), value: ms / 1000, basis: "measured" },
      { name: named(`${name}, longest stall, ms`), value: stall, target: "<= 50", basis: "measured" },
    ]),
    { name: named("end to end, s"), value: seconds, basis: "measured" },
    { name: named("end to end, rows/s"), value: rows / seconds, basis: "measured" },
    { name: named("memory while it is read, MiB more"), value: memory, basis: "measured" },
  ];
}

const wanted = { filter: "", decided: false, offset: 0, limit: 10, above: 0.7, search: "" };
