import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** Every run of an engine with the facts it used. Append-only: a later run is another row. */
export const assessments = sqliteTable(
  "assessments",
  {
    id: text("id").$type<AssessmentId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["exposure", "compliance", "readiness"] }).notNull(),
    asOf: text("as_of").$type<IsoDate>().notNull(),
    knowledgeVersion: text("knowledge_version").notNull(),
    inputHash: text("input_hash").notNull(),
    input: json<unknown>("input").notNull(),
    result: json<unknown>("result").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("assessments_latest").on(table.organizationId, table.kind, table.createdAt)],
);
