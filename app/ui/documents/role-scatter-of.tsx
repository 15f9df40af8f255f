import type { ExposureFigures } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { RoleScatter } from "../charts/role-scatter.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type RoleScatterOfProps = { exposure: ExposureFigures; wide?: number; href?: (roleId: string) => string };

/** Roles by exposure and payroll, or by hours where pay is not known for every role shown. */
export function RoleScatterOf({ exposure, wide, href }: RoleScatterOfProps) {
  const t = useText(reportText);
  const f = useFormat();
  const byPay = exposure.roles.length > 0 && exposure.roles.every(({ payroll }) => payroll !== null);
  return (
    <RoleScatter
      title={byPay ? t("rolesTitle") : t("rolesTitleHours")}
      description={t("rolesDescription")}
      points={exposure.roles.map((role) => ({
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
}
