import { largestRoles } from "#app/domain/exposure/largest-roles.ts";
import type { ExposureFigures } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { intervalText } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { RoleScatterOf } from "./role-scatter-of.tsx";

/** Roles on paper: the most exposed hours first. The page has them all. */
const most = 20;

export function ExposurePart({ exposure }: { exposure: ExposureFigures }) {
  const t = useText(reportText);
  const f = useFormat();
  return (
    <section>
      <h2>{t("exposureTitle")}</h2>
      <p>{t("exposureNote")}</p>
      <RoleScatterOf drawn={largestRoles(exposure.roles)} currency={exposure.currency} wide={620} />
      <DataTable
        caption={t("exposureTitle")}
        rows={exposure.roles.slice(0, most)}
        rowKey={({ id }) => id}
        columns={[
          { key: "title", header: t("role"), cell: ({ title }) => title },
          { key: "heads", header: t("heads"), align: "end", cell: ({ headcount }) => f.number(headcount) },
          {
            key: "score",
            header: t("exposed"),
            cell: ({ score }) => `${f.share(score.value)} (${intervalText(f, score, "share") ?? f.share(score.value)})`,
          },
          {
            key: "automatable",
            header: t("automatable"),
            align: "end",
            cell: ({ automatable }) => f.share(automatable),
          },
          {
            key: "augmentable",
            header: t("augmentable"),
            align: "end",
            cell: ({ augmentable }) => f.share(augmentable),
          },
          {
            key: "payroll",
            header: t("payroll"),
            align: "end",
            cell: ({ payroll }) =>
              payroll === null ? t("not") : f.moneyShort({ amount: payroll, currency: exposure.currency }),
          },
        ]}
      />
      {exposure.hidden === 0 ? null : <p className="quiet">{t("hiddenRoles", { count: exposure.hidden })}</p>}
    </section>
  );
}
