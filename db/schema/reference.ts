import { integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ImportedFile } from "#app/domain/exposure/statements.ts";
import { json, moment } from "./columns.ts";

/**
 * Which reference data this deployment has loaded, one row a source. They are the deployment's and no organization's.
 * `load` names the rows that hold now: a new load is written beside them, and takes their place in one transaction.
 */
export const referenceSets = sqliteTable("reference_sets", {
  source: text("source", { enum: ["onet"] }).primaryKey(),
  load: text("load").notNull(),
  version: text("version").notNull(),
  licence: text("licence").notNull(),
  files: json<readonly ImportedFile[]>("files").notNull(),
  importedAt: moment("imported_at").notNull(),
});

/** A task of an occupation in the words of the source. */
export const referenceStatements = sqliteTable(
  "reference_statements",
  {
    load: text("load").notNull(),
    onet: text("onet").notNull(),
    task: integer("task").notNull(),
    statement: text("statement").notNull(),
    /** Null where the source does not say. */
    kind: text("kind", { enum: ["core", "supplemental"] }),
    /** Mean importance, 1 to 5, where it was rated. */
    importance: real("importance"),
    /** Intermediate work activities that the task belongs to. */
    activities: json<readonly string[]>("activities").notNull(),
  },
  (table) => [primaryKey({ columns: [table.load, table.onet, table.task] })],
);
