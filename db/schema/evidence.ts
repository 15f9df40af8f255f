import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EvidenceId, FileId, SystemId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** What an organization says of a control: who sees to it and how. A control without a row has not been described. */
export const controls = sqliteTable(
  "controls",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    control: text("control").notNull(),
    /** A person or an office, as people write it. */
    owner: text("owner"),
    how: text("how"),
    note: text("note"),
    changedBy: text("changed_by").notNull(),
    changedAt: moment("changed_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.control] })],
);

/** What shows a control. What was said of it when it was added never changes; its review and its removal do. */
export const evidence = sqliteTable(
  "evidence",
  {
    id: text("id").$type<EvidenceId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    control: text("control").notNull(),
    systemId: text("system_id").$type<SystemId>(),
    kind: text("kind", { enum: ["note", "link", "file"] }).notNull(),
    name: text("name").notNull(),
    /** The text of a note, or what somebody said about a file or link. */
    note: text("note"),
    href: text("href"),
    fileId: text("file_id").$type<FileId>(),
    /** Of a file, as found in its bytes. */
    mediaType: text("media_type"),
    size: integer("size"),
    /** Of a file's bytes, or of the text or address. */
    sha256: text("sha256").notNull(),
    addedBy: text("added_by").notNull(),
    addedAt: moment("added_at").notNull(),
    validFrom: text("valid_from").$type<IsoDate>().notNull(),
    expires: text("expires").$type<IsoDate>(),
    review: text("review", { enum: ["waiting", "accepted", "sent-back"] }).notNull(),
    reviewedBy: text("reviewed_by"),
    reviewedAt: moment("reviewed_at"),
    reviewNote: text("review_note"),
    /** Duties that the reviewer judged to be shown in full. */
    serves: json<readonly string[]>("serves").notNull(),
    removedBy: text("removed_by"),
    removedAt: moment("removed_at"),
    /** When whoever added it was told that it ends, and when its end was written into the log. */
    remindedAt: moment("reminded_at"),
    endedAt: moment("ended_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("evidence_organization").on(table.organizationId, table.control),
    index("evidence_expires").on(table.expires),
  ],
);
