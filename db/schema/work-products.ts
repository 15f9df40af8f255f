import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Severity } from "#app/domain/work-products/incidents.ts";
import { json, moment, organizationId, yesNo } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** Documents as somebody kept them. Append-only: every change is another row, and the highest number holds. */
export const workProductVersions = sqliteTable(
  "work_product_versions",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    product: text("product").notNull(),
    /** The id of a system; empty for a document about the organization. */
    subject: text("subject").notNull(),
    number: integer("number").notNull(),
    /** As filled from facts. Holds no person's name: registers of persons are filled for everybody's eyes. */
    document: json<unknown>("document").notNull(),
    /** What people wrote instead, by section. */
    edits: json<unknown>("edits").notNull(),
    /** What a form was told that is no fact of the organization. */
    typed: json<Readonly<Record<string, string>>>("typed").notNull(),
    made: text("made", { enum: ["filled", "edited", "reset", "agreed", "restored"] }).notNull(),
    /** The section that was edited, or the number that was restored. */
    detail: text("detail"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    uniqueIndex("work_product_versions_number").on(table.organizationId, table.product, table.subject, table.number),
  ],
);

export const incidents = sqliteTable(
  "incidents",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    happened: text("happened").notNull(),
    noticedAt: moment("noticed_at").notNull(),
    systemId: text("system_id"),
    severity: text("severity", { enum: ["near-miss", "minor", "major", "serious"] })
      .$type<Severity>()
      .notNull(),
    consequences: json<readonly string[]>("consequences").notNull(),
    peopleAffected: integer("people_affected"),
    told: text("told"),
    learnt: text("learnt"),
    closedAt: moment("closed_at"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    deletedAt: moment("deleted_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("incidents_organization").on(table.organizationId, table.deletedAt)],
);

export const literacyRecords = sqliteTable(
  "literacy_records",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    who: text("who").notNull(),
    person: yesNo("person").notNull(),
    /** Of a person, so that the row follows their requests. */
    email: text("email"),
    people: integer("people").notNull(),
    topic: text("topic").notNull(),
    heldOn: text("held_on").$type<IsoDate>().notNull(),
    expiresOn: text("expires_on").$type<IsoDate>(),
    evidence: text("evidence"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    deletedAt: moment("deleted_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [
    index("literacy_records_organization").on(table.organizationId, table.deletedAt),
    index("literacy_records_email").on(table.email),
  ],
);

export const vendorAnswers = sqliteTable(
  "vendor_answers",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    systemId: text("system_id").notNull(),
    question: text("question").notNull(),
    /** Null after it was taken back. */
    answer: text("answer"),
    answeredBy: text("answered_by").notNull(),
    answeredAt: moment("answered_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.systemId, table.question] })],
);
