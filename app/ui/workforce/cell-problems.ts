import { textOfCode } from "#app/strings/catalogue.ts";
import { workforceText } from "#app/strings/en/workforce.ts";

type Problem = { readonly field: string; readonly code: string; readonly value: string };

/** What is wrong with a cell, in words. */
export function problemText(problem: Problem, locale: string): string {
  return textOfCode(workforceText, locale, problem.code, { value: problem.value }) ?? problem.code;
}

/** Problems as messages by field, for a form. */
export function problemsByField(problems: readonly Problem[], locale: string): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const problem of problems)
    errors[problem.field] = [...(errors[problem.field] ?? []), problemText(problem, locale)];
  return errors;
}
