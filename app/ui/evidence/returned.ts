import type { FileTrouble } from "#app/domain/compliance/evidence/accepted-files.ts";
import type { EvidenceProblem } from "#app/domain/compliance/evidence/evidence-draft.ts";
import type { Say } from "#app/strings/catalogue.ts";
import type { evidenceText } from "#app/strings/en/evidence.ts";
import { kindNames, megabytes, type Returned } from "./evidence-forms.tsx";

type Answer = {
  readonly form: string;
  readonly failure: { readonly kind: string };
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
};

/** What a form of a control's page came back with, in words at the field that has to be mended. */
export function returnedBy(t: Say<typeof evidenceText>, { form, failure, typed }: Answer): Returned {
  return { form, errors: errorsOf(t, failure), typed };
}

function errorsOf(t: Say<typeof evidenceText>, failure: { readonly kind: string }): Returned["errors"] {
  const given = failure as {
    readonly kind: string;
    readonly because?: FileTrouble;
    readonly name?: string;
    readonly errors?: Returned["errors"];
    readonly problems?: Readonly<Record<string, EvidenceProblem>>;
  };
  switch (given.kind) {
    case "file-refused":
      return { file: refusal(t, given.because ?? "unknown-kind") };
    case "file-missing":
      return { file: t("fileMissing") };
    case "too-large":
      return { file: t("fileTooLarge", { megabytes }) };
    case "evidence-known":
      return { form: t("known", { name: given.name ?? "" }) };
    case "evidence-full":
      return { form: t("full") };
    case "evidence-invalid":
      return Object.fromEntries(Object.entries(given.problems ?? {}).map(([field, problem]) => [field, t(problem)]));
    case "reason-needed":
      return { note: t("reason-needed") };
    case "own-evidence":
      return { form: t("own-evidence") };
    case "conflict":
      return { form: t("conflict") };
    case "forbidden":
      return { form: t("forbidden") };
    case "invalid":
      return Object.fromEntries(
        Object.entries(given.errors ?? {}).map(([field, messages]) => [
          field,
          [messages ?? []].flat().map((message) => (message === "day" ? t("day") : message)),
        ]),
      );
    default:
      return { form: t("unreadable") };
  }
}

function refusal(t: Say<typeof evidenceText>, because: FileTrouble): string {
  if (because === "unknown-kind" || because === "unknown-ending") return t(`refused_${because}`, { kinds: kindNames });
  return t(`refused_${because}`);
}
