import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { json, moment } from "./columns.ts";

/**
 * One entry for every changing action, chained by hash in one sequence for the database. Append-only; holds no personal
 * data but ids. `organizationId` is null for what concerns an account or a practice. No foreign key: entries outlive rows.
 */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text("id").primaryKey(),
    seq: integer("seq").notNull(),
    organizationId: text("organization_id").$type<OrganizationId>(),
    at: moment("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    requestId: text("request_id").notNull(),
    payloadHash: text("payload_hash").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    uniqueIndex("audit_log_seq").on(table.seq),
    index("audit_log_organization").on(table.organizationId, table.seq),
  ],
);

/** What an entry changed. Erasable with its salt, so that a person's data can go while the chain stays whole. */
export const auditPayloads = sqliteTable(
  "audit_payloads",
  {
    entryId: text("entry_id").primaryKey(),
    organizationId: text("organization_id").$type<OrganizationId>(),
    salt: text("salt").notNull(),
    before: json<unknown>("before"),
    after: json<unknown>("after"),
  },
  (table) => [index("audit_payloads_organization").on(table.organizationId)],
);
