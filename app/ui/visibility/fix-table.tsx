import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { OverviewFix } from "#app/domain/visibility/site-overview.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "../controls/badge.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { GradeWord } from "./marks.tsx";

/** A difference of scores, in points: never "of 100", which a score is. */
export function Gain({ estimate }: { estimate: Estimate }) {
  const t = useText(visibilityText);
  const f = useFormat();
  return (
    <>
      <span className="font-semibold whitespace-nowrap">
        {t("gainPoints", { points: f.signed(estimate.value, 1) })}
      </span>{" "}
      <span className="text-caption whitespace-nowrap text-ink-soft">
        {f.number(estimate.low, 1)} – {f.number(estimate.high, 1)}
      </span>
    </>
  );
}

/** The first fixes in the order in which they are worth doing; each has a page with its changes and the pages it touches. */
export function FixTable({ fixes, base }: { fixes: readonly OverviewFix[]; base: string }) {
  const t = useText(visibilityText);
  return (
    <DataTable
      caption={t("fixes")}
      rows={fixes}
      rowKey={(fix) => fix.id}
      rowHref={(fix) => `${base}/visibility/fixes/${fix.id}`}
      detail={(fix) => <span className="block max-w-3xl pb-2 text-ink-soft">{fix.text}</span>}
      columns={[
        { key: "fix", header: t("fix"), cell: (fix) => fix.title },
        {
          key: "pages",
          header: t("pages"),
          align: "end",
          wideOnly: true,
          cell: ({ pages, gate }) => (
            <>
              {pages} {gate ? <Badge tone="bad">{t("gateBadge")}</Badge> : null}
            </>
          ),
        },
        { key: "gain", header: t("gain"), align: "end", cell: (fix) => <Gain estimate={fix.effect} /> },
        { key: "effort", header: t("effort"), wideOnly: true, cell: (fix) => t(fix.effort) },
        {
          key: "evidence",
          header: t("evidence"),
          wideOnly: true,
          cell: (fix) => <GradeWord grade={fix.evidenceGrade} />,
        },
      ]}
    />
  );
}
