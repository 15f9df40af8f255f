import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { PlanVersionId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { PlanInputs } from "#app/domain/planning/compose-plan.ts";
import type { Plan, PlanConstraints, PlanDiff } from "#app/domain/planning/plan.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** Budget, hours, freezes, risk aversion and pins. A change is a new row; the newest holds. */
export const planSettings = sqliteTable(
  "plan_settings",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    settings: json<PlanConstraints>("settings").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [uniqueIndex("plan_settings_version").on(table.organizationId, table.version)],
);

/** Plan versions are appended; only `status` and who decided move, each once. */
export const planVersions = sqliteTable(
  "plan_versions",
  {
    id: text("id").$type<PlanVersionId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    basedOn: text("based_on").$type<PlanVersionId>(),
    status: text("status", { enum: ["proposed", "approved", "superseded", "rejected"] }).notNull(),
    plan: json<Plan>("plan").notNull(),
    diff: json<PlanDiff>("diff"),
    because: text("because").notNull(),
    causedBy: text("caused_by"),
    knowledgeVersion: text("knowledge_version").notNull(),
    inputHash: text("input_hash").notNull(),
    /** Without the plan it was compared with: that is the version named by `basedOn`. */
    input: json<Omit<PlanInputs, "current">>("input").notNull(),
    seed: integer("seed").notNull(),
    asOf: text("as_of").$type<IsoDate>().notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: text("decided_by"),
  },
  (table) => [uniqueIndex("plan_versions_number").on(table.organizationId, table.number)],
);
