import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { JobId, OrganizationId } from "#app/domain/kernel/ids.ts";
import { json, moment } from "./columns.ts";

/** Work that happens later. A job may run twice; its handler looks at what is done before doing more. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text("id").$type<JobId>().primaryKey(),
    kind: text("kind").notNull(),
    /** Null for work of the house itself. */
    organizationId: text("organization_id").$type<OrganizationId>(),
    payload: json<unknown>("payload").notNull(),
    status: text("status", { enum: ["queued", "running", "done", "dead", "cancelled"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    runAt: moment("run_at").notNull(),
    leaseUntil: moment("lease_until"),
    leasedBy: text("leased_by"),
    progress: json<unknown>("progress"),
    lastError: text("last_error"),
    createdAt: moment("created_at").notNull(),
    finishedAt: moment("finished_at"),
  },
  (table) => [
    index("jobs_due").on(table.status, table.runAt),
    index("jobs_organization").on(table.organizationId, table.kind),
  ],
);
