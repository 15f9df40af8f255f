import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** A website of somebody else that ours is compared with. */
export const competitors = sqliteTable(
  "competitors",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    homepage: text("homepage").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    deletedAt: moment("deleted_at"),
  },
  (table) => [index("competitors_organization").on(table.organizationId)],
);

/** A website that an organization says is its own, and whether it has shown that. */
export const siteClaims = sqliteTable(
  "site_claims",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    host: text("host").notNull(),
    token: text("token").notNull(),
    provenBy: text("proven_by", { enum: ["dns", "file", "meta"] }),
    provenAt: moment("proven_at"),
    /** What the last look found, in words. */
    seen: text("seen"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.host] })],
);

export const audits = sqliteTable(
  "audits",
  {
    id: text("id").$type<AuditId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    /** Whose site it is, where it is not the organization's own. */
    competitorId: text("competitor_id").references(() => competitors.id, { onDelete: "cascade" }),
    homepage: text("homepage").notNull(),
    pageLimit: integer("page_limit").notNull(),
    status: text("status", { enum: ["queued", "running", "done", "failed", "cancelled"] }).notNull(),
    /** What it is doing now, in words a person reads. */
    progress: json<unknown>("progress"),
    failure: text("failure"),
    asOf: text("as_of").$type<IsoDate>().notNull(),
    knowledgeVersion: text("knowledge_version").notNull(),
    result: json<unknown>("result"),
    /** Pages that a finished audit could read: figures come from the newest that read one. */
    pagesRead: integer("pages_read"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    finishedAt: moment("finished_at"),
  },
  (table) => [index("audits_latest").on(table.organizationId, table.createdAt)],
);

export const auditPages = sqliteTable(
  "audit_pages",
  {
    auditId: text("audit_id")
      .$type<AuditId>()
      .notNull()
      .references(() => audits.id, { onDelete: "cascade" }),
    organizationId: organizationId(),
    url: text("url").notNull(),
    status: integer("status"),
    page: json<unknown>("page").notNull(),
    fetchedAt: moment("fetched_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.auditId, table.url] })],
);

/** The files that a crawl rests on, as they came, so that an interrupted one asks for none of them again. */
export const auditFiles = sqliteTable("audit_files", {
  auditId: text("audit_id")
    .$type<AuditId>()
    .primaryKey()
    .references(() => audits.id, { onDelete: "cascade" }),
  organizationId: organizationId(),
  files: json<unknown>("files").notNull(),
});
