import type { Redeployment } from "#app/domain/exposure/exposure-assessment.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Figure } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** Related work that is less exposed: how near it is in skills, what it pays, what to learn. */
export function RedeploymentTable({ paths }: { paths: readonly Redeployment[] }) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const f = useFormat();
  const pay = (change: number) => own(change < 0 ? "payLower" : "payHigher", { share: f.share(Math.abs(change)) });
  return (
    <DataTable
      caption={own("redeployment")}
      rows={paths}
      rowKey={({ onet }) => onet}
      empty={own("redeploymentNone")}
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
          header: own("skillDistance"),
          align: "end",
          cell: ({ skillDistance }) =>
            skillDistance === null ? t("unknown") : own("of1", { value: f.number(skillDistance, 2) }),
        },
        {
          key: "pay",
          header: own("payChange"),
          align: "end",
          cell: ({ payChange }) => (payChange === null ? t("unknown") : pay(payChange)),
        },
        {
          key: "skills",
          header: own("skillsToAdd"),
          wideOnly: true,
          cell: ({ skillsToAdd }) => (skillsToAdd.length === 0 ? t("unknown") : skillsToAdd.join(", ")),
        },
      ]}
    />
  );
}
