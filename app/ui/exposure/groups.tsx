import type { ExposureGroup } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { ShareBars } from "../charts/share-bars.tsx";
import { Grid, Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

type GroupsProps = { groups: Readonly<Record<"department" | "site" | "level", readonly ExposureGroup[]>> };

/** Shares by department, site and level; a breakdown of a single group says nothing and is left out. */
export function Groups({ groups }: GroupsProps) {
  const [first, ...others] = (["department", "site", "level"] as const).filter((kind) => groups[kind].length > 1);
  if (first === undefined) return null;
  return (
    <Grid columns={2}>
      <GroupPanel kind={first} groups={groups[first]} />
      <div className="space-y-4">
        {others.map((kind) => (
          <GroupPanel key={kind} kind={kind} groups={groups[kind]} />
        ))}
      </div>
    </Grid>
  );
}

function GroupPanel({ kind, groups }: { kind: keyof GroupsProps["groups"]; groups: readonly ExposureGroup[] }) {
  const t = useText(exposureText);
  return (
    <Panel title={t(kind)}>
      <ShareBars
        title={t(kind)}
        description={t("groupsText")}
        rows={groups.map(({ name, automatable, augmentable, human }) => ({
          label: name ?? t("notSaid"),
          automatable,
          augmentable,
          human,
        }))}
      />
    </Panel>
  );
}
