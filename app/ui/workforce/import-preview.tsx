import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Notice } from "../controls/notice.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** What saving would do, or did, in numbers. */
export function ImportEffect({ report, done = false }: { report: ImportReport; done?: boolean }) {
  const t = useText(workforceText);
  const f = useFormat();
  const facts = [
    ["effectAdded", report.added],
    ["effectChanged", report.changed],
    ["effectUnchanged", report.unchanged],
    ["effectRemoved", report.removed],
    ["effectBad", report.badRows],
  ] as const;
  return (
    <Panel title={t(done ? "effectDone" : "effect")}>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt className="text-caption text-ink-soft">{t(key)}</dt>
            <dd className="text-heading">{f.number(value)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

type PreviewRow = { readonly draft: RoleDraft; readonly lines: readonly number[] };

/** The first roles as they would be saved, each with the rows of the file it comes from. */
export function ImportPreview({ rows }: { rows: readonly PreviewRow[] }) {
  const t = useText(workforceText);
  const f = useFormat();
  if (rows.length === 0) return null;
  return (
    <Panel title={t("previewCaption")}>
      <DataTable
        caption={t("previewCaption")}
        columns={[
          { key: "title", header: t("title"), cell: ({ draft }) => draft.title },
          {
            key: "headcount",
            header: t("headcount"),
            align: "end",
            cell: ({ draft }) => f.number(draft.headcount, draft.headcount % 1 === 0 ? 0 : 1),
          },
          {
            key: "pay",
            header: t("annualPay"),
            align: "end",
            cell: ({ draft: { annualPay: amount, currency } }) =>
              amount === undefined || currency === undefined ? t("notSaid") : f.money({ amount, currency }),
          },
          {
            key: "department",
            header: t("department"),
            wideOnly: true,
            cell: ({ draft }) => draft.department ?? t("notSaid"),
          },
          { key: "site", header: t("site"), wideOnly: true, cell: ({ draft }) => draft.site ?? t("notSaid") },
          { key: "country", header: t("country"), wideOnly: true, cell: ({ draft }) => draft.country ?? t("notSaid") },
          { key: "lines", header: t("lines"), wideOnly: true, cell: ({ lines }) => shortList(lines) },
        ]}
        rows={rows}
        rowKey={({ lines }) => String(lines[0])}
      />
    </Panel>
  );
}

function shortList(lines: readonly number[]): string {
  return lines.length <= 4 ? lines.join(", ") : `${lines.slice(0, 3).join(", ")} … ${lines.at(-1)}`;
}

type Warning =
  | { readonly kind: "encoding-guessed"; readonly encoding: string }
  | { readonly kind: "more-sheets"; readonly read: string; readonly others: number }
  | { readonly kind: "ragged" };

/** What deserves a look before saving: the encoding, other sheets, rows of another length. */
export function ImportWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useText(workforceText);
  const ragged = warnings.filter(({ kind }) => kind === "ragged").length;
  const lines = warnings.flatMap((warning) => {
    if (warning.kind === "encoding-guessed") return [t("warningEncoding", { encoding: warning.encoding })];
    return warning.kind === "more-sheets" ? [t("warningSheets", { sheet: warning.read, count: warning.others })] : [];
  });
  if (ragged > 0) lines.push(t("warningRagged", { count: ragged }));
  if (lines.length === 0) return null;
  return (
    <Notice tone="warn">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}
