import { useLocation } from "@remix-run/react";
import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** What saving would do, or did, in numbers. */
export function ImportEffect({ report, done = false }: { report: ImportReport; done?: boolean }) {
  const t = useText(workforceText);
  const own = useText(rosterImportText);
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
      {report.heads === undefined ? null : (
        <p className="pt-3 text-ink-soft">
          {own("headsMoved", {
            added: f.number(report.heads.added),
            removed: f.number(report.heads.removed),
            changed: `${report.heads.changed > 0 ? "+" : ""}${f.number(report.heads.changed)}`,
          })}
        </p>
      )}
      <p className="pt-2">
        <a href={`${useLocation().pathname.replace(/\/$/, "")}/changes`} className="link">
          {own("changesLink")}
        </a>
      </p>
    </Panel>
  );
}

type PreviewRow = { readonly draft: RoleDraft; readonly rows: number; readonly lines: readonly number[] };

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
          {
            key: "lines",
            header: t("lines"),
            wideOnly: true,
            cell: ({ lines, rows: count }) => shortList(lines, count),
          },
        ]}
        rows={rows}
        rowKey={({ lines }) => String(lines[0])}
      />
    </Panel>
  );
}

function shortList(lines: readonly number[], count: number): string {
  return count <= 4 ? lines.join(", ") : `${lines.slice(0, 3).join(", ")} … (${count})`;
}
