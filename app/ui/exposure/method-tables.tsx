import type { ExposureValidation } from "#app/domain/exposure/exposure-validation.ts";
import { exposureMethodText } from "#app/strings/en/exposure-method.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { Difference, VariantName } from "./variant-tables.tsx";

/** Where the data come from, under which licence, and what each is used for. */
export function DataSources() {
  const t = useText(exposureMethodText);
  const rows = [
    ["onet", "CC BY 4.0"],
    ["gpts", "MIT"],
    ["anthropic", "CC BY"],
    ["microsoft", "CC BY 4.0"],
    ["glove", t("publicDomain")],
    ["bls", t("publicDomain")],
  ] as const;
  return (
    <DataTable
      caption={t("data")}
      rows={rows}
      rowKey={([key]) => key}
      columns={[
        { key: "source", header: t("source"), cell: ([key]) => t(`data-${key}`) },
        { key: "licence", header: t("licence"), cell: ([, licence]) => licence },
        { key: "use", header: t("usedFor"), cell: ([key]) => t(`use-${key}`) },
      ]}
    />
  );
}

/** Ways to divide exposed time, against observed modes that were withheld. */
export function ShareTable({ variants }: ExposureValidation["automation"]) {
  const t = useText(exposureMethodText);
  const f = useFormat();
  return (
    <DataTable
      caption={t("sharesTitle")}
      rows={variants}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "variant",
          header: t("variant"),
          cell: (row) => <VariantName {...row} />,
        },
        {
          key: "task",
          header: t("byTask"),
          align: "end",
          cell: ({ byTask, difference }) => (
            <>
              {f.number(byTask, 3)}
              <Difference of={difference?.byTask ?? null} />
            </>
          ),
        },
        {
          key: "occupation",
          header: t("byOccupation"),
          align: "end",
          cell: ({ byOccupation, difference }) => (
            <>
              {f.number(byOccupation, 3)}
              <Difference of={difference?.byOccupation ?? null} />
            </>
          ),
        },
      ]}
    />
  );
}
