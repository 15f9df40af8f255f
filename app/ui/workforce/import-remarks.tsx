import { yearly } from "#app/domain/workforce/read-pay.ts";
import type { RosterNotes } from "#app/domain/workforce/read-roster.ts";
import type { TableRemark } from "#app/domain/workforce/table-remarks.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Notice } from "../controls/notice.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Remarks = { remarks: readonly TableRemark[]; notes: RosterNotes | null; fullTimeHours: number };

/** What deserves a look before saving: letters, headers, merged cells, rows of another length, and what was done to pay. */
export function ImportRemarks({ remarks, notes, fullTimeHours }: Remarks) {
  const t = useText(workforceText);
  const own = useText(rosterImportText);
  const f = useFormat();
  const lines = remarks.flatMap((remark) => {
    if (remark.kind === "encoding-guessed") return [t("warningEncoding", { encoding: remark.encoding })];
    if (remark.kind === "encoding-mixed")
      return [own("remarkMixed", { count: remark.count, lines: remark.lines.join(", ") })];
    if (remark.kind === "zero-bytes") return [own("remarkZero", { count: remark.count })];
    if (remark.kind === "more-sheets") return [t("warningSheets", { sheet: remark.read, count: remark.others })];
    if (remark.kind === "header-lines")
      return [own("remarkHeader", { header: remark.header, skipped: remark.skipped.join(", ") })];
    return remark.kind === "merged-cells" ? [own("remarkMerged", { count: remark.count })] : [];
  });
  const ragged = remarks.filter(({ kind }) => kind === "ragged").length;
  if (ragged > 0) lines.push(t("warningRagged", { count: ragged }));
  const periods = Object.entries(notes?.periods ?? {}).filter(([period]) => period !== "year");
  for (const [period, count] of periods as [keyof RosterNotes["periods"], number][]) {
    const factor = f.number(yearly(period ?? "year", fullTimeHours));
    lines.push(own("notePeriod", { count, period: own(`period_${period ?? "year"}`), factor }));
  }
  if (notes !== null && notes.ranges > 0) lines.push(own("noteRanges", { count: notes.ranges }));
  if (lines.length === 0) return null;
  return (
    <Notice tone="warn">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
