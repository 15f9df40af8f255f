import type { Redeployment } from "#app/domain/exposure/exposure-assessment.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Figure } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** Related work that is less exposed: how near it is in skills, what it pays, what to learn. */
export function RedeploymentTable({ paths }: { paths: readonly Redeployment[] }) {
  const t = useText(exposureText);
  const f = useFormat();
  const pay = (change: number) => t(change < 0 ? "payLower" : "payHigher", { share: f.share(Math.abs(change)) });
  return (
    <DataTable
      caption={t("redeployment")}
      rows={paths}
      rowKey={({ onet }) => onet}
      empty={t("redeploymentNone")}
      columns={[
        { key: "title", header: t("occupation"), cell: ({ title }) => title },
        {
          key: "score",
          header: t("score"),
          align: "end",
          cell: ({ score }) => <Figure estimate={score} unit="share" />,
        },
        {
          key: "distance",
          header: t("skillDistance"),
          align: "end",
          cell: ({ skillDistance }) =>
            skillDistance === null ? t("unknown") : t("of1", { value: f.number(skillDistance, 2) }),
        },
        {
          key: "pay",
          header: t("payChange"),
          align: "end",
          cell: ({ payChange }) => (payChange === null ? t("unknown") : pay(payChange)),
        },
        {
          key: "skills",
          header: t("skillsToAdd"),
          wideOnly: true,
          cell: ({ skillsToAdd }) => (skillsToAdd.length === 0 ? t("unknown") : skillsToAdd.join(", ")),
        },
      ]}
    />
  );
}
