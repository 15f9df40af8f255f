import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { SystemId, UserId } from "#app/domain/kernel/ids.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** Facts of the organization itself; facts of a system stand with the system. */
export const facts = sqliteTable(
  "facts",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    fact: text("fact").notNull(),
    value: json<unknown>("value"),
    answeredBy: text("answered_by").notNull(),
    answeredAt: moment("answered_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.fact] })],
);

export const systems = sqliteTable(
  "systems",
  {
    id: text("id").$type<SystemId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    vendor: text("vendor"),
    purpose: text("purpose"),
    catalogueId: text("catalogue_id"),
    facts: json<Readonly<Record<string, unknown>>>("facts").notNull(),
    /** Facts that came from the catalogue and that nobody has confirmed or changed. */
    prefilled: json<readonly string[]>("prefilled").notNull().default(sql`'[]'`),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    deletedAt: moment("deleted_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("systems_organization").on(table.organizationId, table.deletedAt)],
);

/** Secret addresses under which a calendar program reads an organization's dates. */
export const calendarFeeds = sqliteTable(
  "calendar_feeds",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    /** Whose duties it shows; null shows all. */
    ofOwner: text("of_owner").$type<UserId>(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [uniqueIndex("calendar_feeds_token").on(table.tokenHash)],
);
