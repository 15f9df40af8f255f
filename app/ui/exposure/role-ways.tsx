import type { OwnWay, RoleWays, SharedSkill } from "#app/domain/exposure/ways-of-organization.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
import { Figure } from "../figures/figure.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { RedeploymentTable } from "./redeployment-table.tsx";
import { rounded } from "./rounded.ts";

/** One exposed role with its best ways on. */
export function RoleWaysPanel({ line: { role, ways }, home }: { line: RoleWays; home: string }) {
  const t = useText(redeploymentText);
  const f = useFormat();
  const place = `${home}/exposure/${role.id}`;
  return (
    <Panel title={role.title} link={{ to: place, label: t("backToRole") }}>
      <p className="mb-2">
        {t("exposed")}: <Figure estimate={role.score} unit="share" /> · {t("hours")}:{" "}
        {f.number(rounded(role.hoursExposed.value))} · {t("people")}: {f.number(role.headcount)}
      </p>
      <RedeploymentTable
        caption={`${role.title}: ${t("ways")}`}
        ways={ways}
        hrefOf={({ onet }) => `${place}/paths/${onet}`}
      />
    </Panel>
  );
}

/** Skills that open ways for most people at once. */
export function SharedSkills({ skills }: { skills: readonly SharedSkill[] }) {
  const t = useText(redeploymentText);
  const f = useFormat();
  const [first] = skills;
  return (
    <Panel
      title={
        first === undefined
          ? t("sharedTitle")
          : t("sharedAnswer", { skill: first.skill, people: f.number(first.people) })
      }
    >
      <p className="mb-3 text-ink-soft">{t("sharedText")}</p>
      <DataTable
        caption={t("sharedTitle")}
        rows={skills}
        rowKey={({ skill }) => skill}
        empty={t("sharedNone")}
        columns={[
          { key: "skill", header: t("skill"), cell: ({ skill }) => skill },
          { key: "people", header: t("people"), align: "end", cell: ({ people }) => f.number(people) },
          { key: "roles", header: t("sharedRoles"), align: "end", cell: ({ roles }) => f.number(roles) },
          { key: "ways", header: t("sharedWays"), align: "end", cell: ({ ways }) => f.number(ways) },
        ]}
      />
    </Panel>
  );
}

type WaysOfRoleProps = { role: string; ways: readonly OwnWay[]; lowerPay: number };

/** The ways on from the role of the page, and how they are ranked. */
export function WaysOfRole({ role, ways, lowerPay }: WaysOfRoleProps) {
  const own = useText(exposedRoleText);
  const t = useText(redeploymentText);
  const f = useFormat();
  return (
    <Panel title={own("waysPanel")} link={{ to: "../exposure/paths", label: t("waysAll") }}>
      <p className="mb-3 text-ink-soft">
        {t("waysText")} {t("waysPay", { share: f.share(lowerPay) })}
      </p>
      <RedeploymentTable caption={own("waysPanel")} ways={ways} hrefOf={({ onet }) => `${role}/paths/${onet}`} />
      <p className="mt-3 text-caption text-ink-soft">{t("gauge")}</p>
    </Panel>
  );
}
