import type { RoleExplanation } from "#app/domain/exposure/explain-role.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ActivityTable } from "./activity-table.tsx";

/** Activities shown before the rest folds away: those that move the role most. */
const mostMoving = 5;

type RoleDriversProps = { activities: RoleExplanation["activities"]; score: number };

/** The activities that move a role most, the rest behind a disclosure. */
export function RoleDrivers({ activities, score }: RoleDriversProps) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const f = useFormat();
  const first = activities.slice(0, mostMoving);
  const rest = activities.slice(mostMoving);
  const made = first.reduce((sum, { contribution }) => sum + contribution, 0);
  return (
    <Panel title={own("drivers")} link={{ to: "../exposure/method", label: t("method") }}>
      <p className="mb-3 text-ink-soft">
        {score === 0 ? null : own("driversAnswer", { count: first.length, share: f.share(made / score) })}{" "}
        {own("driversText")}
      </p>
      <ActivityTable activities={first} />
      {rest.length === 0 ? null : (
        <Disclosure summary={own("moreActivities", { count: rest.length })}>
          <ActivityTable activities={rest} />
        </Disclosure>
      )}
    </Panel>
  );
}
