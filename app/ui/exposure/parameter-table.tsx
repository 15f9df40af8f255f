import type { GateEffect, ModelParameters } from "#app/domain/exposure/occupation-pack.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { exposureMethodText } from "#app/strings/en/exposure-method.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type ParameterTableProps = {
  /** Chosen by the comparison of variants. */
  recipe: Readonly<Record<string, number | string>>;
  parameters: Pick<
    ModelParameters,
    | "intervalScale"
    | "weightSd"
    | "draws"
    | "hoursPerYear"
    | "softwareLag"
    | "startDepth"
    | "startShare"
    | "lowerPay"
    | "unlistedWay"
  >;
  payEvidence: ModelParameters["payEvidence"];
  gates: ModelParameters["gates"];
  adoption: ModelParameters["adoption"];
  /** In words, by parameter. */
  sources: Readonly<Record<string, string>>;
};

type Row = { readonly key: string; readonly name: string; readonly value: string; readonly basis: string };

/** Every parameter behind a figure, with its value and where it comes from. */
export function ParameterTable({ recipe, parameters, payEvidence, gates, adoption, sources }: ParameterTableProps) {
  const t = useText(exposureMethodText);
  const own = useText(exposureText);
  const f = useFormat();
  const known = (key: string, name: string) =>
    Object.hasOwn(exposureMethodText, key) ? t(key as "p-raters" | "v-core") : name;
  const gateName = (gate: string) => (Object.hasOwn(exposureText, gate) ? own(gate as "physicalPresence") : gate);
  const effect = ({ automatableKept, automatableToAugmentable, augmentableKept }: GateEffect) =>
    [automatableKept, automatableToAugmentable, augmentableKept].map((part) => f.share(part)).join(", ");
  const { startShare, ...plain } = parameters;
  const rows: readonly Row[] = [
    ...Object.entries(recipe).map(([key, value]) => ({
      key,
      name: known(`p-${key}`, key),
      value: typeof value === "number" ? f.number(value, value % 1 === 0 ? 0 : 2) : known(`v-${value}`, value),
      basis: t("chosen"),
    })),
    ...Object.entries(plain).map(([key, value]) => ({
      key,
      name: known(`p-${key}`, key),
      value: f.number(value, value % 1 === 0 ? 0 : 2),
      basis: key === "intervalScale" ? t("calibrated") : key === "draws" ? t("drawsBasis") : (sources[key] ?? ""),
    })),
    {
      key: "startShare",
      name: t("p-startShare"),
      value: `${f.share(startShare.small)}, ${f.share(startShare.large)}`,
      basis: sources.startShare ?? "",
    },
    {
      key: "payEvidence",
      name: t("p-payEvidence"),
      value: [payEvidence.power, payEvidence.most, payEvidence.spread].map((part) => f.number(part, 1)).join(", "),
      basis: sources.payEvidence ?? "",
    },
    ...Object.entries(gates).map(([gate, parts]) => ({
      key: gate,
      name: t("p-gates", { gate: gateName(gate) }),
      value: effect(parts),
      basis: sources.gates ?? "",
    })),
    ...Object.entries(adoption).map(([pace, { ceiling, midpoint, width }]) => ({
      key: pace,
      name: t("p-adoption", { pace: t(`pace-${pace as keyof typeof adoption}`) }),
      value: `${f.share(ceiling)}, ${f.number(midpoint)}, ${f.number(width, width % 1 === 0 ? 0 : 1)}`,
      basis: sources.adoption ?? "",
    })),
  ];
  return (
    <DataTable
      caption={t("parameters")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "name", header: t("parameter"), cell: ({ name }) => name },
        { key: "value", header: t("value"), align: "end", cell: ({ value }) => value },
        {
          key: "basis",
          header: t("basis"),
          wideOnly: true,
          cell: ({ basis }) => <span className="text-caption text-ink-soft">{basis}</span>,
        },
      ]}
    />
  );
}
