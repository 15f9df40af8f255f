import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FileId, ReportId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

export const reports = sqliteTable(
  "reports",
  {
    id: text("id").$type<ReportId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    asOf: text("as_of").$type<IsoDate>().notNull(),
    status: text("status", { enum: ["queued", "ready", "failed"] }).notNull(),
    /** The view model with every figure, so that page, print and PDF show the same. */
    content: json<unknown>("content").notNull(),
    /** The executive summary and who wrote it. */
    summary: json<unknown>("summary"),
    pdf: text("pdf").$type<FileId>(),
    failure: text("failure"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("reports_organization").on(table.organizationId, table.createdAt)],
);

/** Files are kept in rows of 256 KiB, at most 20 MB each. */
export const files = sqliteTable(
  "files",
  {
    id: text("id").$type<FileId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    type: text("type").notNull(),
    size: integer("size").notNull(),
    sha256: text("sha256").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("files_organization").on(table.organizationId)],
);

export const fileChunks = sqliteTable(
  "file_chunks",
  {
    fileId: text("file_id")
      .$type<FileId>()
      .notNull()
      .references(() => files.id, { onDelete: "cascade" }),
    organizationId: organizationId(),
    part: integer("part").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.part] })],
);
