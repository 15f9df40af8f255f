import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { ColumnMapping, ImportMode } from "#app/domain/workforce/import-mapping.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { importRolesJob } from "#app/services/workforce/import-roles-job.server.ts";
import { loadImport } from "#app/services/workforce/load-import.server.ts";
import { mapImport } from "#app/services/workforce/map-import.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import { entries } from "#app/workers/entries.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aSubscriptionChange } from "#tests/builders/billing.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const knowledge = { pricePlans, occupations: { model: { hoursPerYear: 1_800 } } } as unknown as Knowledge;
const context = { signal: new AbortController().signal, progress: async () => {} };

/** An organization with room for many roles, and the steps of an import as its pages take them. */
export async function anImportingHouse() {
  const fresh = await freshDatabase();
  const { db } = fresh;
  const { id: organizationId } = await anOrganizationRow(db);
  const { actor } = await aMemberRow(db, organizationId, "editor");
  const clock = { now: new Date("2026-11-22T12:00:00Z") };
  await saveBillingState(
    db,
    organizationId,
    foldEvents([aSubscriptionChange({ lookupKey: "groundwork_consultancy_monthly" })]),
    "cus_1",
    clock.now,
  );
  let count = 0;
  const compute = createCompute({ folder: null, entries });
  const deps = { db, knowledge, tables, compute, now: () => clock.now, newId: () => `id-${++count}` };

  async function start(bytes: Uint8Array, fileName = "roster.csv"): Promise<string> {
    const result = await startImport(deps, actor, { fileName, bytes });
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value.importId;
  }
  async function look(importId: string) {
    const loaded = await loadImport(deps, actor, importId);
    if (!loaded.ok) throw new Error(loaded.failure.kind);
    return loaded.value;
  }
  async function job(importId: string, over: Partial<typeof deps> = {}) {
    return importRolesJob({ ...deps, ...over }, { organizationId, importId, requestedBy: actor.userId }, context);
  }
  return {
    deps,
    actor,
    organizationId,
    clock,
    start,
    look,
    job,
    refusal: async (bytes: Uint8Array) => {
      const result = await startImport(deps, actor, { fileName: "roster.csv", bytes });
      return result.ok ? null : result.failure;
    },
    async map(importId: string, mapping: ColumnMapping, mode: ImportMode = "update") {
      await mapImport(deps, actor, { importId, settings: { mapping, mode, currency: null, country: null } });
    },
    /** Reads and saves a file as a whole. */
    async importFile(bytes: Uint8Array, fileName?: string): Promise<string> {
      const importId = await start(bytes, fileName);
      const saved = await importRoles(deps, actor, importId);
      if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
      return importId;
    },
    roles: () => listRoles(db, organizationId),
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

export type ImportingHouse = Awaited<ReturnType<typeof anImportingHouse>>;
