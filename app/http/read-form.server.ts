import { z } from "zod";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";

/** What was wrong with a form: a message for each field by its name, and what was typed, so that nothing is lost. */
export type FormFailure = {
  readonly kind: "invalid";
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
};

/** Fields whose value never goes back to a page. */
const secret = /password|token|secret/i;

/**
 * Reads a posted form against a schema. A field named `name[]` is a list, also with one entry; of a name given twice
 * without brackets the last counts; an empty field is left out, so that `optional()` means what it says.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Result<z.output<Schema>, FormFailure>> {
  return parseForm(await request.formData(), schema);
}

/** The same for a form that was read already. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): Result<z.output<Schema>, FormFailure> {
  const given: Record<string, unknown> = {};
  for (const [name, value] of fieldsOf(form)) {
    if (typeof value === "string") {
      if (value.trim() !== "") given[name] = value;
    } else if (Array.isArray(value) || value.size > 0) given[name] = value;
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const { fieldErrors, formErrors } = z.flattenError(parsed.error) as {
    fieldErrors: Record<string, string[] | undefined>;
    formErrors: string[];
  };
  const errors: Record<string, readonly string[]> = {};
  for (const [name, messages] of Object.entries(fieldErrors)) if (messages) errors[name] = messages;
  if (formErrors.length > 0) errors.form = formErrors;
  return fail({ kind: "invalid", errors, typed: typedIn(form) });
}

/** What was typed into a form that was read, to show again when a service refuses it. */
export function typedIn(form: FormData): FormFailure["typed"] {
  const typed: Record<string, string | readonly string[]> = {};
  for (const [name, value] of fieldsOf(form)) {
    if (Array.isArray(value) || (typeof value === "string" && !secret.test(name))) typed[name] = value;
  }
  return typed;
}

type Field = readonly [name: string, value: FormDataEntryValue | string[]];

/** Every field once, by its name: a list for `name[]`, otherwise the last value. */
function fieldsOf(form: FormData): Field[] {
  return [...new Set(form.keys())].map((name): Field => {
    const values = form.getAll(name);
    if (!name.endsWith("[]")) return [name, values.at(-1) ?? ""];
    return [name.slice(0, -2), values.filter((value): value is string => typeof value === "string")];
  });
}
