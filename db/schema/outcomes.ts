import { index, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OutcomeId, PlanVersionId, PosteriorId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** What was seen after an item of a plan. Append-only; a correction is another row that names the one it replaces. */
export const outcomes = sqliteTable(
  "outcomes",
  {
    id: text("id").$type<OutcomeId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    planVersionId: text("plan_version_id").$type<PlanVersionId>().notNull(),
    itemId: text("item_id").notNull(),
    interventionId: text("intervention_id").notNull(),
    measure: text("measure").notNull(),
    observed: real("observed").notNull(),
    standardError: real("standard_error"),
    /** The outcome on the scale of the intervention's prior, as it was read when it was recorded. */
    effect: real("effect").notNull(),
    variance: real("variance").notNull(),
    observedOn: text("observed_on").$type<IsoDate>().notNull(),
    basis: text("basis", { enum: ["measured", "reported"] }).notNull(),
    note: text("note"),
    replaces: text("replaces").$type<OutcomeId>(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("outcomes_organization").on(table.organizationId, table.createdAt)],
);

/** What is believed of an intervention's effect, a row for each outcome that moved it. Append-only. */
export const posteriors = sqliteTable(
  "posteriors",
  {
    id: text("id").$type<PosteriorId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    interventionId: text("intervention_id").notNull(),
    posterior: json<unknown>("posterior").notNull(),
    causedBy: text("caused_by").$type<OutcomeId>(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [index("posteriors_latest").on(table.organizationId, table.interventionId, table.createdAt)],
);

/** Organizations that let their measured outcomes inform others, without a name, and are informed in return. Off unless switched on. */
export const outcomeSharing = sqliteTable("outcome_sharing", {
  organizationId: organizationId()
    .primaryKey()
    .references(() => organizations.id, { onDelete: "cascade" }),
  since: moment("since").notNull(),
});
