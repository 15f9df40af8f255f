import type { FormProblem } from "#app/domain/workforce/role-form.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { useReader } from "../text/locale.tsx";
import { useText } from "../text/use-text.ts";
import { problemsByField } from "./cell-problems.ts";

type Failure =
  | { readonly kind: "problems"; readonly problems: readonly FormProblem[] }
  | { readonly kind: "invalid"; readonly errors: FieldErrors }
  | { readonly kind: "over-limit"; readonly limit: number; readonly used: number }
  | { readonly kind: "conflict" | "same-role" | "forbidden" | "not-found" };

/** Why a role was not saved, by field or for the whole form, so that the summary takes focus and is heard first. */
export function useRoleErrors(failure: Failure | undefined): FieldErrors | undefined {
  const t = useText(workforceText);
  const { locale } = useReader();
  if (failure === undefined) return undefined;
  if (failure.kind === "problems") return problemsByField(failure.problems, locale);
  if (failure.kind === "invalid") return failure.errors;
  if (failure.kind === "over-limit") return { form: t("overLimit", { limit: failure.limit, used: failure.used }) };
  if (failure.kind === "conflict") return { form: t("conflictTitle") };
  return { form: t(failure.kind === "same-role" ? "sameRole" : "roleGone") };
}
