import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

export const roles = sqliteTable(
  "roles",
  {
    id: text("id").$type<RoleId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    headcount: integer("headcount").notNull(),
    annualPay: real("annual_pay"),
    currency: text("currency"),
    country: text("country"),
    site: text("site"),
    department: text("department"),
    level: text("level"),
    hoursPerYear: real("hours_per_year"),
    context: text("context"),
    tasks: json<readonly { readonly text: string; readonly timeShare?: number }[]>("tasks").notNull(),
    gates: json<Readonly<Record<string, boolean>>>("gates").notNull(),
    /** Kept when a row of a roster is a person; names and mail are not. */
    employeeKey: text("employee_key"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    deletedAt: moment("deleted_at"),
    version: integer("version").notNull().default(1),
  },
  (table) => [index("roles_organization").on(table.organizationId, table.deletedAt)],
);

/** What a person chose for a title, reused for every equal title. `title` is normalised. */
export const titleChoices = sqliteTable(
  "title_choices",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    onet: text("onet").notNull(),
    chosenBy: text("chosen_by").notNull(),
    chosenAt: moment("chosen_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.title] })],
);

export const roleImports = sqliteTable(
  "role_imports",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    fileId: text("file_id"),
    status: text("status", { enum: ["mapping", "ready", "running", "done", "failed"] }).notNull(),
    mapping: json<Readonly<Record<string, string>>>("mapping").notNull(),
    report: json<unknown>("report"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("role_imports_organization").on(table.organizationId)],
);
