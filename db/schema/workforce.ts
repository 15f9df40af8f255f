import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FileId, RoleId } from "#app/domain/kernel/ids.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import type { Gates, StatedTask } from "#app/domain/workforce/role.ts";
import { json, moment, organizationId } from "./columns.ts";
import { organizations } from "./tenancy.ts";

export const roles = sqliteTable(
  "roles",
  {
    id: text("id").$type<RoleId>().primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** Full-time equivalents: may be fractional. */
    headcount: real("headcount").notNull(),
    annualPay: real("annual_pay"),
    currency: text("currency"),
    country: text("country"),
    site: text("site"),
    department: text("department"),
    level: text("level"),
    hoursPerYear: real("hours_per_year"),
    context: text("context"),
    tasks: json<readonly StatedTask[]>("tasks").notNull(),
    gates: json<Gates>("gates").notNull(),
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

/** A roster somebody uploaded: the file, how its columns are read, and what became of its rows. */
export const roleImports = sqliteTable(
  "role_imports",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    fileId: text("file_id").$type<FileId>().notNull(),
    status: text("status", { enum: ["mapping", "running", "done", "failed"] }).notNull(),
    settings: json<ImportSettings>("settings").notNull(),
    /** Known once the rows were saved. */
    report: json<ImportReport>("report"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("role_imports_organization").on(table.organizationId, table.createdAt)],
);
