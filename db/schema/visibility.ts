import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

export const audits = sqliteTable(
  "audits",
  {
    id: text("id").$type<AuditId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    homepage: text("homepage").notNull(),
    pageLimit: integer("page_limit").notNull(),
    status: text("status", { enum: ["queued", "running", "done", "failed", "cancelled"] }).notNull(),
    /** What it is doing now, in words a person reads. */
    progress: json<unknown>("progress"),
    failure: text("failure"),
    asOf: text("as_of").$type<IsoDate>().notNull(),
    knowledgeVersion: text("knowledge_version").notNull(),
    result: json<unknown>("result"),
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
