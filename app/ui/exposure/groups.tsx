import type { ExposureGroup, ExposureGroups } from "#app/domain/exposure/exposure-assessment.ts";
import { groupShares, type Weights } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { ShareBars } from "../charts/share-bars.tsx";
import { Grid, Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

type GroupsProps = { groups: ExposureGroups; weights: Weights; withoutSmall: boolean };

/** Shares by department, site and level; a breakdown of a single group says nothing and is left out. */
export function Groups({ groups, ...rest }: GroupsProps) {
  const [first, ...others] = (["department", "site", "level"] as const).filter((kind) => groups[kind].length > 1);
  if (first === undefined) return null;
  return (
    <Grid columns={others.length === 0 ? 1 : 2}>
      <GroupPanel kind={first} groups={groups[first]} {...rest} />
      {others.length === 0 ? null : (
        <div className="space-y-4">
          {others.map((kind) => (
            <GroupPanel key={kind} kind={kind} groups={groups[kind]} {...rest} />
          ))}
        </div>
      )}
    </Grid>
  );
}

type GroupPanelProps = Omit<GroupsProps, "groups"> & {
  kind: keyof ExposureGroups;
  groups: readonly ExposureGroup[];
};

function GroupPanel({ kind, groups, weights, withoutSmall }: GroupPanelProps) {
  const t = useText(exposureText);
  const own = useText(scenariosText);
  const text = own(weights === "payroll" ? "groupsPay" : "groupsHours");
  const rows = groups
    .flatMap((group) => {
      const shares = groupShares(group, weights);
      return shares === null ? [] : [{ name: group.name, shares }];
    })
    .sort((a, b) => b.shares.score.value - a.shares.score.value);
  return (
    <Panel title={t(kind)}>
      <p className="mb-3 text-caption text-ink-soft">
        {text} {withoutSmall ? own("groupsWithoutSmall") : null}
      </p>
      <ShareBars
        title={t(kind)}
        description={text}
        rows={rows.map(({ name, shares }) => ({
          label: name ?? t("notSaid"),
          automatable: shares.automatable.value,
          augmentable: shares.augmentable.value,
          human: shares.human.value,
          exposed: shares.score,
        }))}
      />
    </Panel>
  );
}
