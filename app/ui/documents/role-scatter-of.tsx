import type { LargestRoles } from "#app/domain/exposure/largest-roles.ts";
import type { RoleLine } from "#app/domain/reports/role-lines.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { RoleScatter } from "../charts/role-scatter.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type RoleScatterOfProps = {
  drawn: LargestRoles<RoleLine>;
  currency: string;
  wide?: number;
  href?: (roleId: string) => string;
};

/** Roles by exposure and payroll; by hours where pay is not known for most of them. */
export function RoleScatterOf({ drawn, currency, wide, href }: RoleScatterOfProps) {
  const t = useText(overviewText);
  const f = useFormat();
  const { byPay, roles, unpaid, smaller } = drawn;
  const chart = (
    <RoleScatter
      title={byPay ? t("rolesTitle") : t("rolesTitleHours")}
      description={t("rolesDescription")}
      points={roles.map((role) => ({
        label: role.title,
        x: role.score,
        y: byPay ? (role.payroll ?? 0) : role.hours,
        size: role.headcount,
        kind: role.mostly,
        ...(href === undefined ? {} : { href: href(role.id) }),
      }))}
      yLabel={byPay ? t("payrollAYear") : t("hoursAYear")}
      formatY={byPay ? (amount) => f.moneyShort({ amount, currency }) : (hours) => f.number(hours)}
      {...(wide === undefined ? {} : { wide })}
    />
  );
  if (unpaid + smaller === 0) return chart;
  return (
    <>
      {chart}
      <p className="quiet text-caption text-ink-soft">
        {unpaid === 0 ? null : t("withoutPay", { count: unpaid })}{" "}
        {smaller === 0 ? null : t("smallerRoles", { count: smaller })}
      </p>
    </>
  );
}
