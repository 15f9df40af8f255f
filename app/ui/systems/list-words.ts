import type { SystemProblem } from "#app/domain/compliance/inventory/read-systems.ts";
import type { Say } from "#app/strings/catalogue.ts";
import type { systemImportText } from "#app/strings/en/system-import.ts";

/** What is wrong with a cell of a list, in words that say how to mend it. */
export function listProblem(t: Say<typeof systemImportText>, { column, code, value }: SystemProblem): string {
  return t(`problem_${code}`, { column, value });
}
