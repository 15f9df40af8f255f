import type { IsoDate } from "../../kernel/iso-date.ts";

/** What somebody gives as evidence. The name of a file may be left empty: it then takes the file's own. */
export type EvidenceKindGiven = { readonly name: string; readonly note: string | null } & (
  | { readonly kind: "note" }
  | { readonly kind: "link"; readonly href: string }
  | { readonly kind: "file"; readonly file: { readonly fileName: string; readonly bytes: Uint8Array } }
);

export type EvidenceProblem = "name-needed" | "note-needed" | "address-unreadable" | "ends-before-it-begins";

/** What is wrong, by the field it is wrong in. */
export type EvidenceProblems = Readonly<Record<string, EvidenceProblem>>;

/** What has to be mended before evidence can be added, or null. */
export function problemsOf(
  given: EvidenceKindGiven & { readonly validFrom: IsoDate; readonly expires: IsoDate | null },
): EvidenceProblems | null {
  const problems: Record<string, EvidenceProblem> = {};
  if (given.kind !== "file" && given.name.trim() === "") problems.name = "name-needed";
  if (given.kind === "note" && (given.note ?? "").trim() === "") problems.note = "note-needed";
  if (given.kind === "link" && !isWebAddress(given.href)) problems.href = "address-unreadable";
  if (given.expires !== null && given.expires < given.validFrom) problems.expires = "ends-before-it-begins";
  return Object.keys(problems).length === 0 ? null : problems;
}

/** Only web addresses become links: a page never shows one that would run something. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#@]+\.[^\s/?#@.]+([/?#]\S*)?$/i.test(text.trim());
}
