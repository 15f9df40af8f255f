import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { SiteFix } from "#app/domain/visibility/visibility-audit.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { GradeWord, pathOf } from "./marks.tsx";

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

/** Fixes in the order in which they are worth doing, each with its change where one could be written. */
export function FixTable({ fixes }: { fixes: readonly SiteFix[] }) {
  const t = useText(visibilityText);
  return (
    <DataTable
      caption={t("fixes")}
      rows={fixes}
      rowKey={(fix) => fix.id}
      columns={[
        {
          key: "fix",
          header: t("fix"),
          cell: (fix) => (
            <div className="max-w-2xl">
              {fix.title} {fix.gate ? <Badge tone="bad">{t("gateBadge")}</Badge> : null}
              <span className="block font-normal text-ink-soft">{fix.text}</span>
              <Disclosure
                summary={
                  <span className="font-normal text-caption">{t("pagesTouched", { count: fix.pages.length })}</span>
                }
              >
                <ul className="list-disc pl-5 font-normal text-caption">
                  {fix.pages.slice(0, 25).map((page) => (
                    <li key={page}>{pathOf(page)}</li>
                  ))}
                </ul>
                {fix.diff === null ? null : (
                  <pre className="mt-2 overflow-x-auto rounded-panel bg-raised p-3 text-caption font-normal">
                    {fix.diff}
                  </pre>
                )}
              </Disclosure>
            </div>
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
