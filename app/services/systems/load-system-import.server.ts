import type { SystemProblem } from "#app/domain/compliance/inventory/read-systems.ts";
import { fieldsOf, type SystemField } from "#app/domain/compliance/inventory/system-columns.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { columnNames } from "#app/domain/workforce/match-columns.ts";
import { shownCell } from "#app/domain/workforce/uncomputed-cell.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { systemImportText } from "#app/strings/en/system-import.ts";
import { findSystemImport, listSystemImports } from "#db/repositories/system-imports.server.ts";
import { listSystems } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { Sheet } from "../ports/tables.ts";
import { undoSince } from "../undo-since.ts";
import { readingOf } from "./save-system-import.server.ts";

const t = textOf(systemImportText, "en");
const shown = { rows: 100, bad: 50, sample: 3 };

/** A list before it is saved, or what saving it did. */
export async function loadSystemImport(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, importId: string) {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" as const });
  const known = await findSystemImport(deps.db, actor.organizationId, importId);
  if (known === null) return fail({ kind: "not-found" as const });
  const { id, fileName, status, table, settings, remarks, savedAt, undoneAt } = known;
  const named = settings.columns.includes("name");
  const systems = await listSystems(deps.db, actor.organizationId);
  const reading = named && status === "waiting" ? readingOf(deps, known, systems) : null;
  const facts = deps.knowledge.obligations.facts.filter((one) => one.id.startsWith("system."));
  const labels = new Map(facts.map((one) => [one.id as SystemField, one.label]));
  const report = reading?.report ?? known.report;
  return ok({
    id,
    fileName,
    status,
    named,
    remarks,
    existing: settings.existing,
    columns: columnNames(table.headers).map((name, at) => ({
      name,
      field: settings.columns[at] ?? null,
      sample: table.rows
        .map((row) => shownCell(row[at] ?? ""))
        .filter(Boolean)
        .slice(0, shown.sample)
        .map((cell) => cell.slice(0, 60)),
    })),
    fields: fieldsOf(facts).map((field) => ({ value: field, label: labels.get(field) ?? field })),
    report,
    rows: (reading?.rows ?? []).slice(0, shown.rows).map(({ line, words, template, own, prefilled, same, would }) => ({
      line,
      name: words.name,
      vendor: words.vendor,
      template,
      answers: Object.keys(own).length,
      prefilled: Object.keys(prefilled).length,
      same:
        same === null
          ? null
          : same.kind === "existing"
            ? { name: same.name, id: same.id as string }
            : { line: same.line },
      would,
    })),
    bad: (reading?.bad ?? []).slice(0, shown.bad).map(({ line, cells, problems }) => ({
      line,
      problems,
      cells: cells.filter(Boolean).join(" · ").slice(0, 120),
    })),
    cleared: table.headers.length === 0,
    undo: status === "done" && savedAt !== null && savedAt > undoSince(deps.now()),
    undoneOn: undoneAt?.toISOString().slice(0, 10) ?? null,
  });
}

/** Earlier lists, newest first. */
export async function loadSystemImports(deps: Pick<Deps, "db">, actor: Actor) {
  if (!mayDo(actor.role, "facts:edit")) return [];
  const imports = await listSystemImports(deps.db, actor.organizationId, 10);
  return imports.map(({ createdAt, ...one }) => ({ ...one, createdOn: createdAt.toISOString().slice(0, 10) }));
}

/** The rows that cannot be read, as they stood in the file with the reasons behind them, to be mended and sent again. */
export async function badSystemRows(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  importId: string,
  reasonOf: (problem: SystemProblem) => string,
): Promise<Result<Sheet, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const known = await findSystemImport(deps.db, actor.organizationId, importId);
  if (known === null) return fail({ kind: "not-found" });
  const { bad } = readingOf(deps, known, []);
  return ok({
    name: t("badSheet"),
    headers: [...columnNames(known.table.headers), t("line"), t("badWhy")],
    rows: bad.map(({ line, cells, problems }) => [...cells, line, problems.map(reasonOf).join(" ")]),
  });
}

/** Facts that a template asks for: those that most laws turn on. */
const asked = [
  "system.uses",
  "system.roles",
  "system.used_in",
  "system.people",
  "system.people_affected_in",
  "system.influence",
  "system.human_review",
  "system.personal_data",
  "system.vendor_supplied",
  "system.first_placed",
];

/** A list to fill in: the columns that an import knows by themselves, and two rows that show how. */
export function systemTemplateSheet({ knowledge }: Pick<Deps, "knowledge">): Sheet {
  const facts = asked.flatMap((id) => knowledge.obligations.facts.find((one) => one.id === id) ?? []);
  const label = (fact: string, code: string) =>
    facts.find(({ id }) => id === fact)?.options?.find(({ value }) => value === code)?.label ?? code;
  const example = {
    "system.uses": [label("system.uses", "recruit.screening"), label("system.uses", "recruit.chat")].join("; "),
    "system.roles": label("system.roles", "deployer"),
    "system.used_in": t("example_places"),
    "system.people": label("system.people", "applicants"),
    "system.people_affected_in": t("example_places"),
    "system.influence": label("system.influence", "material"),
    "system.human_review": label("system.human_review", "nominal"),
    "system.personal_data": t("example_yes"),
    "system.vendor_supplied": t("example_yes"),
    "system.first_placed": "2025-03",
  } as Readonly<Record<string, string>>;
  return {
    name: t("templateSheet"),
    // The words by which an import knows these three columns.
    headers: [t("template_name"), t("vendor"), t("template_purpose"), ...facts.map(({ label: header }) => header)],
    rows: [
      [t("example_name"), t("example_vendor"), t("example_purpose"), ...facts.map(({ id }) => example[id] ?? "")],
      [t("example_known"), "", "", ...facts.map(() => "")],
    ],
  };
}
