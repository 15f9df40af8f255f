import type { ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import type { LargestRoles } from "#app/domain/exposure/largest-roles.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { RoleScatter } from "../charts/role-scatter.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Figures = NonNullable<ExposureLine["figures"]>;
type Drawn = Pick<ExposureLine, "id" | "title" | "headcount"> & Figures;

/** Exposure against payroll, or against hours where pay is known for too few roles. */
export function RolePicture({ drawn, currency }: { drawn: LargestRoles<Drawn>; currency: string }) {
  const t = useText(exposureText);
  const f = useFormat();
  const { byPay, roles, unpaid, smaller } = drawn;
  const title = byPay ? t("scatter") : t("scatterHours");
  return (
    <Panel title={title}>
      <p className="mb-3 text-ink-soft">
        {t("scatterText")} {unpaid === 0 ? null : t("unpaid", { count: unpaid })}{" "}
        {smaller === 0 ? null : t("smaller", { count: smaller })}
      </p>
      <RoleScatter
        wide={1060}
        title={title}
        description={t("scatterText")}
        points={roles.map((role) => ({
          label: role.title,
          x: role.score,
          y: byPay ? (role.payroll ?? 0) : role.hours,
          size: role.headcount ?? 0,
          kind: mostly(role),
          href: `exposure/${role.id}`,
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
