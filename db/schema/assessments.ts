import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
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

/**
 * Inputs and results that are too long for one row, as pieces of their JSON. The row then says `{"inParts": n}` in their place. A long text is
 * kept and read in turns, so that nobody waits for it.
 */
export const assessmentParts = sqliteTable(
  "assessment_parts",
  {
    assessmentId: text("assessment_id").$type<AssessmentId>().notNull(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    of: text("of", { enum: ["input", "result"] }).notNull(),
    part: integer("part").notNull(),
    text: text("text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.of, table.part] })],
);
