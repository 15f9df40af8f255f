import type { ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { RoleScatter } from "../charts/role-scatter.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Figures = NonNullable<ExposureLine["figures"]>;

/** Exposure against payroll, or against hours where pay is known for too few roles. */
export function RolePicture({ lines, currency }: { lines: readonly ExposureLine[]; currency: string }) {
  const t = useText(exposureText);
  const f = useFormat();
  const all = lines.flatMap(({ figures, ...line }) => (figures === null ? [] : [{ ...line, figures }]));
  const paid = all.filter(({ figures }) => figures.payroll !== null);
  const byPay = paid.length > all.length / 2;
  const shown = byPay ? paid : all;
  const missing = all.length - shown.length;
  return (
    <Panel title={byPay ? t("scatter") : t("scatterHours")}>
      <p className="mb-3 text-ink-soft">
        {t("scatterText")} {missing === 0 ? null : t("unpaid", { count: missing })}
      </p>
      <RoleScatter
        wide={1060}
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
    </Panel>
  );
}

function mostly({ automatable, augmentable, human }: Figures): "automatable" | "augmentable" | "human" {
  if (human >= automatable && human >= augmentable) return "human";
  return automatable > augmentable ? "automatable" : "augmentable";
}
