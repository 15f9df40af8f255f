import type { ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { RoleScatter } from "../charts/role-scatter.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Figures = NonNullable<ExposureLine["figures"]>;

/** Exposure against payroll, or against hours where pay is not known for every role shown. */
export function RolePicture({ lines, currency }: { lines: readonly ExposureLine[]; currency: string }) {
  const t = useText(exposureText);
  const f = useFormat();
  const shown = lines.flatMap(({ figures, ...line }) => (figures === null ? [] : [{ ...line, figures }]));
  const byPay = shown.length > 0 && shown.every(({ figures }) => figures.payroll !== null);
  return (
    <RoleScatter
      title={byPay ? t("scatter") : t("scatterHours")}
      description={t("scatterText")}
      points={shown.map(({ id, title, headcount, figures }) => ({
        label: title,
        x: figures.score,
        y: byPay ? (figures.payroll ?? 0) : figures.hours,
        size: headcount ?? 0,
        kind: mostly(figures),
        href: `exposure/${id}`,
      }))}
      yLabel={byPay ? t("payrollAYear") : t("hoursAYear")}
      formatY={byPay ? (amount) => f.moneyShort({ amount, currency }) : (hours) => f.number(hours)}
    />
  );
}

function mostly({ automatable, augmentable, human }: Figures): "automatable" | "augmentable" | "human" {
  if (human >= automatable && human >= augmentable) return "human";
  return automatable > augmentable ? "automatable" : "augmentable";
}
