import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { loadKnowledge } from "#app/knowledge/load-knowledge.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { entries, limits } from "#app/workers/entries.ts";
import { openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { insertOrganization } from "#db/repositories/tenancy.server.ts";

/** A database of its own, the threads as they are built, and everything that the services of rosters need. */
export type LargeHouse = { readonly deps: Deps; close(): Promise<void> };

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

export async function aLargeHouse(): Promise<LargeHouse> {
  // Within the project, so that the bundles find its packages.
  mkdirSync(".cache", { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), ".cache", "bench-"));
  const data = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
  const database = await openDatabase(`file:${join(data, "bench.db")}`);
  await applyMigrations(database);
  const knowledge = await loadKnowledge();
  const compute = createCompute({ folder: await builtWorkers(folder), entries, limits, idleMs: 600_000 });
  const deps = { db: database.db, knowledge, compute, tables, now: () => new Date(), newId: randomUUID };
  return {
    deps: deps as unknown as Deps,
    async close() {
      await compute.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** An organization that may have as many roles as it likes, and its owner. */
export async function anOrganization({ db, now, newId }: Deps): Promise<Actor> {
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
