import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { AnswerMarks } from "#app/domain/visibility/answer-marks.ts";
import { json, moment, organizationId, yesNo } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** A frozen set of questions put to answer engines. A changed set is a new row. */
export const promptSets = sqliteTable(
  "prompt_sets",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    prompts:
      json<readonly { readonly id: string; readonly kind: string; readonly text: string }[]>("prompts").notNull(),
    brand: json<unknown>("brand").notNull(),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("prompt_sets_organization").on(table.organizationId, table.version)],
);

/** Answers of engines as they came, so that every metric can be recomputed. */
export const answers = sqliteTable(
  "answers",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    promptSetId: text("prompt_set_id")
      .notNull()
      .references(() => promptSets.id, { onDelete: "cascade" }),
    promptId: text("prompt_id").notNull(),
    engine: text("engine").notNull(),
    model: text("model"),
    source: text("source", { enum: ["probe", "pasted"] }).notNull(),
    raw: json<unknown>("raw").notNull(),
    at: moment("at").notNull(),
    costUsd: text("cost_usd"),
    /** What was read from the raw answer, by the reader named in it; null until somebody has it read again. */
    marks: json<AnswerMarks>("marks"),
  },
  (table) => [
    index("answers_set").on(table.organizationId, table.promptSetId),
    index("answers_time").on(table.organizationId, table.at),
  ],
);

/** Whether answer engines are asked by the clock, and how much that may cost in a month. */
export const probeSettings = sqliteTable("probe_settings", {
  organizationId: organizationId()
    .primaryKey()
    .references(() => organizations.id, { onDelete: "cascade" }),
  scheduled: yesNo("scheduled").notNull(),
  monthlyBudgetUsd: real("monthly_budget_usd").notNull(),
  /** Why asking stopped by itself; null while it goes on. */
  stoppedBecause: text("stopped_because"),
  /** Prompts that a model proposed and nobody has taken or dropped yet. */
  proposals: json<readonly { readonly kind: string; readonly text: string }[]>("proposals"),
  version: integer("version").notNull(),
  updatedAt: moment("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});

/** What a person said of a sentence that names the organization. It holds wherever the same sentence stands. */
export const quoteJudgements = sqliteTable(
  "quote_judgements",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    quote: text("quote").notNull(),
    sentiment: text("sentiment", { enum: ["positive", "neutral", "negative", "mixed"] }).notNull(),
    accuracy: text("accuracy", { enum: ["right", "wrong", "outdated", "cannot-tell"] }).notNull(),
    correction: text("correction"),
    settledOn: text("settled_on").$type<IsoDate>(),
    judgedAt: moment("judged_at").notNull(),
    judgedBy: text("judged_by").notNull(),
  },
  (table) => [uniqueIndex("quote_judgements_quote").on(table.organizationId, table.quote)],
);

/** A change of the website with what was expected of it, stated beforehand, and the prompts that are held out. */
export const experiments = sqliteTable(
  "experiments",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    promptSetId: text("prompt_set_id")
      .notNull()
      .references(() => promptSets.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    hypothesis: text("hypothesis").notNull(),
    metric: text("metric", { enum: ["mention", "citation", "recommendation"] }).notNull(),
    changedOn: text("changed_on").$type<IsoDate>().notNull(),
    days: integer("days").notNull(),
    pages: json<readonly string[]>("pages").notNull(),
    prompts: json<readonly string[]>("prompts").notNull(),
    heldOut: json<readonly string[]>("held_out").notNull(),
    engine: text("engine").notNull(),
    model: text("model"),
    source: text("source", { enum: ["probe", "pasted"] }).notNull(),
    /** What the page said could be seen, when it was stated. */
    smallestSeen: real("smallest_seen"),
    /** The outcome that a person let it be recorded as. */
    outcomeId: text("outcome_id"),
    statedAt: moment("stated_at").notNull(),
    statedBy: text("stated_by").notNull(),
  },
  (table) => [index("experiments_organization").on(table.organizationId, table.statedAt)],
);
