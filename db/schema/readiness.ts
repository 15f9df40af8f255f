import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

/** Answers as they stand now, one a respondent and question; an assessment keeps the copy it was computed from. */
export const readinessAnswers = sqliteTable(
  "readiness_answers",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    respondent: text("respondent").notNull(),
    respondentGroup: text("respondent_group", { enum: ["executive", "manager", "front-line"] })
      .notNull()
      .default("executive"),
    question: text("question").notNull(),
    /** "1".."5", "unknown" or "na". */
    level: text("level").notNull(),
    /** 0 claim, 1 named owner, 2 document, 3 system record, 4 measured outcome. */
    evidenceGrade: integer("evidence_grade").notNull().default(0),
    note: text("note"),
    answeredAt: moment("answered_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.respondent, table.question] })],
);
