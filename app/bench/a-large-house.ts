import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tables } from "#app/adapters/tables/tables.ts";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { loadKnowledge } from "#app/knowledge/load-knowledge.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { insertOrganization } from "#db/repositories/tenancy.server.ts";
import { builtThreads } from "./built-threads.ts";

/** A database of its own, the threads as they are built, and everything that the services of rosters need. */
export type LargeHouse = { readonly deps: Deps; close(): Promise<void> };

export async function aLargeHouse(): Promise<LargeHouse> {
  const data = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
  const database = await openDatabase(`file:${join(data, "bench.db")}`);
  await applyMigrations(database);
  const knowledge = await loadKnowledge();
  const threads = await builtThreads(["read-roster", "match-titles", "assess-roster", "assess-exposure"]);
  const deps = {
    db: database.db,
    knowledge,
    compute: threads.compute,
    tables,
    now: () => new Date(),
    newId: randomUUID,
  };
  return {
    deps: deps as unknown as Deps,
    async close() {
      await threads.close();
      database.close();
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
