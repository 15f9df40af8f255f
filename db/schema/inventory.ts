import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ImportedSystem, SystemTable } from "#app/domain/compliance/inventory/read-systems.ts";
import type { SystemImportReport, SystemImportSettings } from "#app/domain/compliance/inventory/system-columns.ts";
import type { SystemId, UserId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { TableRemark } from "#app/domain/workforce/table-remarks.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** Secret addresses under which staff say which AI tools they use, without an account. */
export const toolLinks = sqliteTable(
  "tool_links",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    uniqueIndex("tool_links_token").on(table.tokenHash),
    index("tool_links_organization").on(table.organizationId),
  ],
);

/** What somebody said about a tool. Of when it came only the day is kept, so that it tells nobody apart. */
export const toolReports = sqliteTable(
  "tool_reports",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    tool: text("tool").notNull(),
    catalogueId: text("catalogue_id"),
    purpose: text("purpose").notNull(),
    data: json<readonly string[]>("data").notNull(),
    department: text("department"),
    receivedOn: text("received_on").$type<IsoDate>().notNull(),
    state: text("state").$type<"waiting" | "merged" | "added" | "dismissed">().notNull().default("waiting"),
    systemId: text("system_id").$type<SystemId>(),
    reason: text("reason"),
    decidedBy: text("decided_by").$type<UserId>(),
    decidedAt: moment("decided_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("tool_reports_organization").on(table.organizationId, table.state, table.receivedOn)],
);

/** A list of systems that was read and is looked at before it is saved, with what saving it did. */
export const systemImports = sqliteTable(
  "system_imports",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    table: json<SystemTable>("table").notNull(),
    remarks: json<readonly TableRemark[]>("remarks").notNull(),
    settings: json<SystemImportSettings>("settings").notNull(),
    status: text("status").$type<"waiting" | "done" | "undone">().notNull().default("waiting"),
    report: json<SystemImportReport | null>("report"),
    saved: json<readonly ImportedSystem[] | null>("saved"),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    savedAt: moment("saved_at"),
    undoneAt: moment("undone_at"),
  },
  (table) => [index("system_imports_organization").on(table.organizationId, table.createdAt)],
);
