import type { Result } from "../kernel/result.ts";
import { fail, ok } from "../kernel/result.ts";
import { type RoleField, roleFields } from "./import-mapping.ts";
import { type CellProblem, parseRoleRow, type RoleCells } from "./parse-role-row.ts";
import { type GateName, type Gates, gateNames, longestTask, mostTasks, type Role, type StatedTask } from "./role.ts";
import type { RoleDraft } from "./role-draft.ts";

/** What a form of one role holds: the cells of a roster's row, duties as lines, and gates that hold. */
export type RoleForm = RoleCells & { readonly tasks?: string; readonly gates?: readonly string[] };

/** The form's fields that are written out as text, in its order. */
export const roleFormFields = [...roleFields, "tasks"] as const;

export type FormProblem =
  | CellProblem
  | {
      readonly field: "tasks";
      readonly code: "taskTooLong" | "tooManyTasks" | "sharesTooLarge";
      readonly value: string;
    };

const shareAtTheEnd = /^(.*?)[\s;,|]+(\d{1,3}(?:[.,]\d+)?)\s*%$/;

function readTasks(text: string): Result<readonly StatedTask[], FormProblem> {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const wrong = (code: "taskTooLong" | "tooManyTasks" | "sharesTooLarge", value: string) =>
    fail({ field: "tasks" as const, code, value: value.slice(0, 80) });
  if (lines.length > mostTasks) return wrong("tooManyTasks", String(lines.length));
  const tasks = lines.map((line): StatedTask => {
    const [, said, share] = shareAtTheEnd.exec(line) ?? [];
    if (said === undefined || said === "" || share === undefined) return { text: line };
    return { text: said.trim(), timeShare: Number(share.replace(",", ".")) / 100 };
  });
  const long = tasks.find((task) => task.text.length > longestTask);
  if (long !== undefined) return wrong("taskTooLong", long.text);
  const sum = tasks.reduce((total, { timeShare = 0 }) => total + timeShare, 0);
  return sum > 1.005 ? wrong("sharesTooLarge", `${Math.round(sum * 100)}%`) : ok(tasks);
}

/** A role from a form, or what is wrong with its fields. Pay without a currency takes `currency`. */
export function readRoleForm(form: RoleForm, currency: string | null): Result<RoleDraft, readonly FormProblem[]> {
  const row = parseRoleRow(form, { decimal: null, headcountMapped: true, currency, country: null });
  const tasks = readTasks(form.tasks ?? "");
  if (!row.ok || !tasks.ok) {
    return fail([...(row.ok ? [] : row.failure), ...(tasks.ok ? [] : [tasks.failure])]);
  }
  const held = gateNames.filter((gate) => form.gates?.includes(gate));
  const gates: Gates = Object.fromEntries(held.map((gate) => [gate, true])) as { [Gate in GateName]?: true };
  return ok({
    ...row.value,
    ...(tasks.value.length === 0 ? {} : { tasks: tasks.value }),
    ...(held.length === 0 ? {} : { gates }),
  });
}

/** The fields of a form that shows `role`; what is not said is an empty field. */
export function roleFormOf(
  role: Partial<Role>,
): Readonly<Record<RoleField | "tasks", string>> & { readonly gates: readonly GateName[] } {
  const cells = Object.fromEntries(
    roleFields.map((field) => [field, role[field] === undefined ? "" : String(role[field])]),
  );
  const tasks = (role.tasks ?? []).map(({ text, timeShare }) =>
    timeShare === undefined ? text : `${text}; ${Math.round(timeShare * 1000) / 10} %`,
  );
  return {
    ...(cells as Record<RoleField, string>),
    tasks: tasks.join("\n"),
    gates: gateNames.filter((gate) => role.gates?.[gate] === true),
  };
}
