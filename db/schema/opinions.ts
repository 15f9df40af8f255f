import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { OpinionPart } from "#app/domain/exposure/opinion-view.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";
import { roles } from "./workforce.ts";

/**
 * What a language model said of the duties of a role, call by call, with the words that it was asked about. Nothing is ever
 * changed or averaged here, and no score reads it.
 */
export const dutyOpinions = sqliteTable(
  "duty_opinions",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    roleId: text("role_id")
      .$type<RoleId>()
      .notNull()
      .references(() => roles.id, { onDelete: "cascade" }),
    /** Calls of one press of the button. */
    batch: text("batch").notNull(),
    run: integer("run").$type<OpinionPart["run"]>().notNull(),
    duties: json<OpinionPart["duties"]>("duties").notNull(),
    outcome: json<OpinionPart["outcome"]>("outcome").notNull(),
    model: text("model").notNull(),
    promptVersion: text("prompt_version").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [index("duty_opinions_role").on(table.organizationId, table.roleId, table.at)],
);
