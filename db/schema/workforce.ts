import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FileId, RoleId } from "#app/domain/kernel/ids.ts";
import type { ImportSettings, RosterColumn } from "#app/domain/workforce/import-mapping.ts";
import type { ImportProgress, ImportReport } from "#app/domain/workforce/import-report.ts";
import type { CellProblem } from "#app/domain/workforce/parse-role-row.ts";
import type { RosterNotes } from "#app/domain/workforce/read-roster.ts";
import type { Gates, Role, StatedTask } from "#app/domain/workforce/role.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import type { TableRemark } from "#app/domain/workforce/table-remarks.ts";
import { json, moment, organizationId, yesNo } from "./columns.ts";
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

export type TitleChange = { readonly title: string; readonly before: string | null; readonly after: string | null };

/** Choices for titles that were made in one go, so that they can be taken back in one. */
export const titleBatches = sqliteTable(
  "title_batches",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    source: text("source", { enum: ["page", "guesses", "file"] }).notNull(),
    changes: json<readonly TitleChange[]>("changes").notNull(),
    madeAt: moment("made_at").notNull(),
    madeBy: text("made_by").notNull(),
    undoneAt: moment("undone_at"),
  },
  (table) => [index("title_batches_organization").on(table.organizationId, table.madeAt)],
);

/**
 * A roster somebody uploaded: the file, how its columns are read, and what became of its rows. `mapping` waits for a person;
 * `reading`, `running` and `undoing` are jobs.
 */
export const roleImports = sqliteTable(
  "role_imports",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    fileName: text("file_name").notNull(),
    fileId: text("file_id").$type<FileId>().notNull(),
    status: text("status", {
      enum: ["mapping", "reading", "running", "done", "failed", "undoing", "undone"],
    }).notNull(),
    settings: json<ImportSettings>("settings").notNull(),
    columns: json<readonly RosterColumn[]>("columns"),
    remarks: json<readonly TableRemark[]>("remarks"),
    notes: json<RosterNotes>("notes"),
    /** Rows of the file. */
    rows: integer("rows").notNull().default(0),
    /** Which settings its `import_roles` were read with; null while there are none that count. */
    readWith: text("read_with"),
    /** How the roster stood when they were compared with it. */
    comparedWith: text("compared_with"),
    /** What saving would do, or did. */
    report: json<ImportReport>("report"),
    /** Entries of `import_roles` below this number are saved: where a job that died goes on. */
    savedTo: integer("saved_to").notNull().default(0),
    /** What the job that works on it is doing, for the page that waits. */
    progress: json<ImportProgress>("progress"),
    cancelAsked: yesNo("cancel_asked").notNull().default(false),
    /** Why it failed, as a key of the strings catalogue. */
    failure: text("failure"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    savedAt: moment("saved_at"),
    undoneAt: moment("undone_at"),
    undoneBy: text("undone_by"),
  },
  (table) => [index("role_imports_organization").on(table.organizationId, table.createdAt)],
);

/**
 * The roles of an import, one by one: what the file says, what stood before, and what saving makes of it. It is the diff that is shown
 * before saving, the list that saving works through, and what undoing goes back by.
 */
export const importRoles = sqliteTable(
  "import_roles",
  {
    importId: text("import_id").notNull(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: ["add", "change", "same", "remove"] }).notNull(),
    roleId: text("role_id").$type<RoleId>().notNull(),
    title: text("title").notNull(),
    /** What the file says; null for a role that it does not name. */
    draft: json<RoleDraft>("draft"),
    before: json<Role>("before"),
    after: json<RoleDraft>("after"),
    heads: real("heads").notNull(),
    headsBefore: real("heads_before").notNull(),
    rows: integer("rows").notNull(),
    lines: json<readonly number[]>("lines").notNull(),
    /** The role's version when it was compared, and the one that saving gave it. */
    versionBefore: integer("version_before"),
    versionAfter: integer("version_after"),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.seq] }),
    index("import_roles_kind").on(table.importId, table.kind, table.seq),
  ],
);

/** Rows of an import that could not be read, with their cells, so that they can be mended and sent again. */
export const importBadRows = sqliteTable(
  "import_bad_rows",
  {
    importId: text("import_id").notNull(),
    organizationId: organizationId().references(() => organizations.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    line: integer("line").notNull(),
    cells: json<readonly string[]>("cells").notNull(),
    problems: json<readonly CellProblem[]>("problems").notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.seq] })],
);
