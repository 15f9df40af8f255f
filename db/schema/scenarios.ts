import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ScenarioId, ScenarioVersionId } from "#app/domain/kernel/ids.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** A what-if that somebody kept under a name. */
export const exposureScenarios = sqliteTable(
  "exposure_scenarios",
  {
    id: text("id").$type<ScenarioId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Raised by every change of the name and by removal and return. */
    version: integer("version").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    deletedAt: moment("deleted_at"),
  },
  (table) => [index("exposure_scenarios_organization").on(table.organizationId, table.createdAt)],
);

/** What a scenario said each time it was computed. Append-only: computing again is another row. */
export const exposureScenarioVersions = sqliteTable(
  "exposure_scenario_versions",
  {
    id: text("id").$type<ScenarioVersionId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    scenarioId: text("scenario_id")
      .$type<ScenarioId>()
      .notNull()
      .references(() => exposureScenarios.id, { onDelete: "cascade" }),
    /** The assessment it was tried from. */
    assessmentId: text("assessment_id").notNull(),
    /** Of the roles and knowledge as they stood, so that a later change is noticed. */
    inputHash: text("input_hash").notNull(),
    knowledgeVersion: text("knowledge_version").notNull(),
    parameters: json<unknown>("parameters").notNull(),
    result: json<unknown>("result").notNull(),
    /** The same with roles of few people left as they are, for those who may not see people; null when it is the same. */
    resultForAll: json<unknown>("result_for_all"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("exposure_scenario_versions_scenario").on(table.organizationId, table.scenarioId, table.createdAt)],
);
