import type { DutyProblem } from "#app/domain/exposure/read-duty-rows.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { useText } from "../text/use-text.ts";

type Draft = { readonly problems: readonly DutyProblem[]; readonly pasted: string };

const ofPaste = ["nothingPasted", "nothingFound", "tooMuchText"] as const;
const ofRows = ["conflict", "nothing-to-restore", "saveFirst"] as const;

/** What is wrong with the lines, or why the text could not be read, in words beside the fields. */
export function useDutyErrors(draft: Draft | null, kind: string | null): FieldErrors {
  const t = useText(dutiesText);
  const count = draft?.pasted.length ?? 0;
  const paste = ofPaste.find((each) => each === kind);
  const form = ofRows.find((each) => each === kind);
  const errors: Record<string, readonly string[]> = {
    ...(form === undefined ? {} : { form: [t(form)] }),
    ...(paste === undefined ? {} : { pasted: [t(paste, { count })] }),
  };
  for (const { at, code, value } of draft?.problems ?? []) {
    const message = at === null ? allTogether(code, value) : t(codeOfRow(code), { number: at + 1, value });
    const field = at === null ? "form" : `${code.startsWith("share") ? "share" : "text"}-${at}`;
    errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;

  function allTogether(code: DutyProblem["code"], value: string): string {
    return code === "tooManyDuties" ? t("tooManyDuties", { value }) : t("sharesTooLarge", { value });
  }
}

function codeOfRow(code: DutyProblem["code"]) {
  return code === "shareTooLarge" || code === "dutyTooLong" || code === "noWords" ? code : "shareNotNumber";
}
