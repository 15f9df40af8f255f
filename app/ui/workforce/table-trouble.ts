import type { Say } from "#app/strings/catalogue.ts";
import type { workforceText } from "#app/strings/en/workforce.ts";

type Trouble = {
  readonly kind: string;
  readonly because?: string;
  readonly line?: number;
  readonly columns?: number;
  readonly limit?: number;
  readonly limitBytes?: number;
};

const unreadable = {
  binary: "tableBinary",
  "not-a-workbook": "tableNotAWorkbook",
  encrypted: "tableEncrypted",
  "unpacks-too-large": "tableUnpacksTooLarge",
  "old-excel": "tableOldExcel",
  "too-heavy": "tableTooHeavy",
} as const;

/** Why a file is not read as a table, in words that say what to do about it. */
export function tableTroubleText(t: Say<typeof workforceText>, trouble: Trouble): string {
  const { kind, because, line = 1, columns = 0, limit = 0, limitBytes = 0 } = trouble;
  if (kind === "file-missing") return t("fileMissing");
  if (kind === "table-empty") return t("tableEmpty");
  if (kind === "table-too-large") return t("tableTooLarge", { mb: Math.round(limitBytes / 1_048_576) });
  if (kind === "too-many-columns") return t("tooManyColumns", { columns, limit });
  if (kind === "too-many-rows") return t("tooManyRows", { limit });
  if (because === "broken-quotes") return t("tableBrokenQuotes", { line });
  if (because === "line-too-long") return t("tableLineTooLong", { line });
  return t(unreadable[because as keyof typeof unreadable] ?? "tableBinary");
}
