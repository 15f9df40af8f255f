import type { SiteComparison } from "#app/domain/visibility/compare-sites.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { IntervalRows } from "../charts/interval-rows.tsx";
import { Panel } from "../layout/page.tsx";
import { type Column, DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** Our site beside others: scores with their ranges, engines, and check by check. */
export function SiteComparisonPanels({ comparison }: { comparison: SiteComparison }) {
  const t = useText(siteWorkText);
  const words = useText(visibilityText);
  const f = useFormat();
  const names = comparison.sites.map(({ name }, at) => (at === 0 ? t("ours", { name }) : name));
  const shown = (value: number | null | undefined, scale: number) =>
    value === null || value === undefined ? (
      <span className="text-ink-soft">{t("notMeasured")}</span>
    ) : (
      f.number(value * scale)
    );
  const columns = <Row extends { values: readonly (number | null)[] }>(scale: number): Column<Row>[] => [
    ...names.map((name, at) => ({
      key: `${at} ${name}`,
      header: name,
      align: "end" as const,
      wideOnly: true,
      cell: ({ values }: Row) => shown(values[at], scale),
    })),
    {
      key: "sites",
      header: t("bySite"),
      narrowOnly: true,
      cell: ({ values }) => (
        <ul className="min-w-40">
          {comparison.sites.map(({ homepage }, at) => (
            <li key={homepage} className="flex justify-between gap-3">
              <span className="[overflow-wrap:anywhere]">{names[at]}</span>
              <span className={at === 0 ? "font-semibold" : ""}>{shown(values[at], scale)}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <>
      <Panel title={words("readiness")}>
        <IntervalRows
          title={words("readiness")}
          description={words("intervalNote")}
          unit="points"
          wide={1_080}
          rows={comparison.sites.flatMap(({ score }, at) =>
            score === null ? [] : [{ label: names[at] ?? "", estimate: score }],
          )}
        />
        <ul className="mt-2 text-caption text-ink-soft">
          {comparison.sites.map(({ homepage, pages, asOf, score }, at) => (
            <li key={homepage} className="[overflow-wrap:anywhere]">
              {names[at]}: {words("pagesTouched", { count: pages })}, {f.date(asOf)}
              {score === null ? `, ${t("notMeasured")}` : ""}
              {comparison.sameMethod[at] === false ? `, ${t("oldMethod")}` : ""}
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words("engines")}>
        <DataTable
          caption={words("engines")}
          rows={comparison.engines}
          rowKey={({ name }) => name}
          columns={[{ key: "engine", header: words("engine"), cell: ({ name }) => name }, ...columns(1)]}
        />
      </Panel>
      <Panel title={t("byCheckTitle")}>
        <p className="mb-2 text-ink-soft">{t("byCheckNote")}</p>
        <DataTable
          caption={t("byCheckTitle")}
          rows={comparison.checks}
          rowKey={({ check }) => check}
          columns={[
            { key: "check", header: words("check"), cell: ({ title }) => title },
            ...columns<SiteComparison["checks"][number]>(100),
            {
              key: "behind",
              header: t("behind"),
              align: "end",
              wideOnly: true,
              cell: ({ behind }) =>
                behind === null ? t("notMeasured") : behind < 0.005 ? t("ahead") : f.number(behind * 100),
            },
          ]}
        />
      </Panel>
    </>
  );
}
