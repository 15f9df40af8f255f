import type { ExposureFigures } from "#app/domain/reports/readiness-report.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { RoleScatter } from "../charts/role-scatter.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type RoleScatterOfProps = { exposure: ExposureFigures; wide?: number; href?: (roleId: string) => string };

/** Roles by exposure and payroll; by hours where pay is not known for most of them. */
export function RoleScatterOf({ exposure, wide, href }: RoleScatterOfProps) {
  const t = useText(overviewText);
  const f = useFormat();
  const paid = exposure.roles.filter(({ payroll }) => payroll !== null);
  const byPay = paid.length > 0 && paid.length * 2 >= exposure.roles.length;
  const shown = byPay ? paid : exposure.roles;
  const left = exposure.roles.length - shown.length;
  const chart = (
    <RoleScatter
      title={byPay ? t("rolesTitle") : t("rolesTitleHours")}
      description={t("rolesDescription")}
      points={shown.map((role) => ({
        label: role.title,
        x: role.score,
        y: byPay ? (role.payroll ?? 0) : role.hours,
        size: role.headcount,
        kind: role.mostly,
        ...(href === undefined ? {} : { href: href(role.id) }),
      }))}
      yLabel={byPay ? t("payrollAYear") : t("hoursAYear")}
      formatY={byPay ? (amount) => f.moneyShort({ amount, currency: exposure.currency }) : (hours) => f.number(hours)}
      {...(wide === undefined ? {} : { wide })}
    />
  );
  if (left === 0) return chart;
  return (
    <>
      {chart}
      <p className="quiet text-caption text-ink-soft">{t("withoutPay", { count: left })}</p>
    </>
  );
}
