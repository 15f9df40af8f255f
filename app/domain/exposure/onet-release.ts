import type { TaskStatement } from "./statements.ts";

/** The files of an O*NET release that statements are read from, by what they hold. */
export type ReleaseFile = "occupations" | "activities" | "taskActivities" | "tasks" | "ratings";

type FileForm = {
  /** Names the file is published under; case, blanks, ending and signs do not count. */
  readonly names: readonly string[];
  /** Columns that have to be there. */
  readonly columns: readonly string[];
  /** Columns that are read where they are there. */
  readonly more: readonly string[];
  /** A release without the file can be read all the same. */
  readonly optional?: true;
};

/** In the order in which they are read: each names what stands in those before. */
export const releaseFiles: Readonly<Record<ReleaseFile, FileForm>> = {
  occupations: { names: ["Occupation Data"], columns: ["O*NET-SOC Code", "Title"], more: [] },
  activities: { names: ["DWA Reference"], columns: ["IWA ID", "DWA ID"], more: [] },
  taskActivities: {
    names: ["Tasks to DWAs", "Tasks to DWAs (ids)"],
    columns: ["O*NET-SOC Code", "Task ID", "DWA ID"],
    more: [],
  },
  tasks: { names: ["Task Statements"], columns: ["O*NET-SOC Code", "Task ID", "Task"], more: ["Task Type"] },
  ratings: {
    names: ["Task Ratings"],
    columns: ["O*NET-SOC Code", "Task ID", "Scale ID", "Data Value"],
    more: [],
    optional: true,
  },
};

/** Thrown where a release cannot be read; `message` names file, line and what is wrong, for a person. */
export class ReleaseRefused extends Error {
  override name = "ReleaseRefused";
}

const longestStatement = 2_000;
const code = /^\d{2}-\d{4}\.\d{2}$/;

/** `Task Statements.txt` and `task_statements.csv` are one name. */
export function plainName(name: string): string {
  return name
    .replace(/\.(txt|csv|tsv)$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** The release's number in the words of its read-me or the name of its folder (`db_30_1_text`); null when neither says. */
export function versionIn(text: string): string | null {
  const said =
    /O\*NET[^\d\n]{0,20}(\d{1,2}\.\d)\b/i.exec(text) ??
    /\bdb_(\d{1,2}_\d)(?!\d)|\bonet-(\d{1,2}\.\d)(?!\d)/i.exec(text);
  return said === null ? null : (said[1] ?? said[2] ?? "").replace("_", ".");
}

/** Collects the rows of a release and puts them together. Every row names the place it stands at, for a refusal. */
export class ReleaseReader {
  readonly #occupations = new Set<string>();
  readonly #iwas = new Map<string, string>();
  readonly #links = new Map<string, Set<string>>();
  readonly #tasks = new Map<string, TaskStatement>();

  /** Takes one row, its columns by name; `place` is `Task Statements.txt, line 12`. Files come in the order of `releaseFiles`. */
  take(file: ReleaseFile, row: Readonly<Record<string, string>>, place: string): void {
    if (file === "occupations") this.#occupations.add(codeOf(row, place));
    else if (file === "activities") this.#iwas.set(filled(row, "DWA ID", place), filled(row, "IWA ID", place));
    else if (file === "taskActivities") this.#link(row, place);
    else if (file === "tasks") this.#task(row, place);
    else this.#rating(row, place);
  }

  /** Only the mean importance of a task is kept; a rating of a task that is gone is left out. */
  #rating(row: Readonly<Record<string, string>>, place: string): void {
    if (row["Scale ID"]?.trim() !== "IM") return;
    const key = `${codeOf(row, place)} ${taskOf(row, place)}`;
    const task = this.#tasks.get(key);
    if (task !== undefined) this.#tasks.set(key, { ...task, importance: importanceOf(row["Data Value"], place) });
  }

  #link(row: Readonly<Record<string, string>>, place: string): void {
    const dwa = filled(row, "DWA ID", place);
    const iwa = this.#iwas.get(dwa);
    if (iwa === undefined) throw new ReleaseRefused(`${place}: DWA ${quoted(dwa)} is not in DWA Reference.`);
    const key = `${codeOf(row, place)} ${taskOf(row, place)}`;
    this.#links.set(key, (this.#links.get(key) ?? new Set()).add(iwa));
  }

  #task(row: Readonly<Record<string, string>>, place: string): void {
    const onet = codeOf(row, place);
    const task = taskOf(row, place);
    if (!this.#occupations.has(onet)) throw new ReleaseRefused(`${place}: ${onet} is not in Occupation Data.`);
    const key = `${onet} ${task}`;
    if (this.#tasks.has(key)) throw new ReleaseRefused(`${place}: task ${task} of ${onet} stands there twice.`);
    const statement = filled(row, "Task", place);
    if (statement.length > longestStatement)
      throw new ReleaseRefused(`${place}: the statement is longer than ${longestStatement} characters.`);
    this.#tasks.set(key, {
      onet,
      task,
      statement,
      kind: kindOf(row["Task Type"]),
      importance: null,
      activities: [],
    });
  }

  /** Every statement whose occupation the packs know, and how many were left out because they do not. */
  statements(known: (onet: string) => boolean): {
    readonly statements: readonly TaskStatement[];
    readonly leftOut: number;
  } {
    const all = [...this.#tasks].map(([key, statement]) => ({
      ...statement,
      activities: [...(this.#links.get(key) ?? [])].sort(),
    }));
    const statements = all.filter(({ onet }) => known(onet));
    if (statements.length === 0)
      throw new ReleaseRefused("Task Statements: no task is of an occupation that Groundwork knows.");
    return { statements, leftOut: all.length - statements.length };
  }
}

function filled(row: Readonly<Record<string, string>>, column: string, place: string): string {
  const value = row[column]?.trim() ?? "";
  if (value === "") throw new ReleaseRefused(`${place}: ${quoted(column)} is empty.`);
  return value;
}

function codeOf(row: Readonly<Record<string, string>>, place: string): string {
  const value = filled(row, "O*NET-SOC Code", place);
  if (!code.test(value))
    throw new ReleaseRefused(`${place}: ${quoted(value)} is no O*NET-SOC code such as 43-3051.00.`);
  return value;
}

/** Some tables write `8823.0`. */
function taskOf(row: Readonly<Record<string, string>>, place: string): number {
  const value = filled(row, "Task ID", place);
  const id = Number(value);
  if (!Number.isSafeInteger(id) || id < 1) throw new ReleaseRefused(`${place}: ${quoted(value)} is no task id.`);
  return id;
}

function kindOf(value: string | undefined): TaskStatement["kind"] {
  const said = value?.trim().toLowerCase();
  return said === "core" || said === "supplemental" ? said : null;
}

function importanceOf(value: string | undefined, place: string): number | null {
  const said = value?.trim() ?? "";
  if (said === "" || said === "n/a") return null;
  const importance = Number(said);
  if (!(importance >= 1 && importance <= 5))
    throw new ReleaseRefused(`${place}: importance ${quoted(said)} is not between 1 and 5.`);
  return importance;
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
}
