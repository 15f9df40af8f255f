import type { ExposureGroup, ExposureGroups } from "#app/domain/exposure/exposure-assessment.ts";
import { groupShares, type Weights } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { ShareBars } from "../charts/share-bars.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Figure } from "../figures/figure.tsx";
import { Grid, Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
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

/** More bars than these are a wall: the largest groups are drawn, the others stand in a table behind a disclosure. */
const mostBars = 40;

type GroupPanelProps = Omit<GroupsProps, "groups"> & {
  kind: keyof ExposureGroups;
  groups: readonly ExposureGroup[];
};

function GroupPanel({ kind, groups, weights, withoutSmall }: GroupPanelProps) {
  const t = useText(exposureText);
  const own = useText(scenariosText);
  const f = useFormat();
  const text = own(weights === "payroll" ? "groupsPay" : "groupsHours");
  const all = groups
    .flatMap((group) => {
      const shares = groupShares(group, weights);
      return shares === null ? [] : [{ name: group.name, headcount: group.headcount, shares }];
    })
    .sort((a, b) => b.headcount - a.headcount);
  const rows = all.slice(0, mostBars).sort((a, b) => b.shares.score.value - a.shares.score.value);
  const rest = all.slice(mostBars);
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
      {rest.length === 0 ? null : (
        <Disclosure summary={own("groupsRest", { count: rest.length, shown: mostBars })}>
          <DataTable
            caption={own("groupsRest", { count: rest.length, shown: mostBars })}
            rows={rest}
            rowKey={({ name }) => name ?? ""}
            columns={[
              { key: "name", header: t(kind), cell: ({ name }) => name ?? t("notSaid") },
              { key: "people", header: t("people"), align: "end", cell: ({ headcount }) => f.number(headcount) },
              {
                key: "score",
                header: own("interval"),
                align: "end",
                cell: ({ shares }) => <Figure estimate={shares.score} unit="share" />,
              },
            ]}
          />
        </Disclosure>
      )}
    </Panel>
  );
}
