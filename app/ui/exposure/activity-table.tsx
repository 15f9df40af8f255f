import type { ExplainedActivity } from "#app/domain/exposure/exposure-assessment.ts";
import type { LabelSource } from "#app/domain/exposure/occupation-pack.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Figure } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ActivityEvidence } from "./activity-evidence.tsx";

/** Every activity of a role: what it weighs, how exposed it is, whose labels say so, and what would change it. */
export function ActivityTable({ activities }: { activities: readonly ExplainedActivity[] }) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const f = useFormat();
  return (
    <DataTable
      caption={own("activities")}
      rows={activities}
      rowKey={({ activity }) => activity}
      detail={(activity) => <ActivityEvidence activity={activity} />}
      columns={[
        { key: "activity", header: own("activity"), cell: ({ label }) => label },
        {
          key: "weight",
          header: own("weight"),
          align: "end",
          cell: ({ weight }) => f.share(weight, weight < 0.1 ? 1 : 0),
        },
        {
          key: "score",
          header: t("score"),
          align: "end",
          cell: ({ score }) => <Figure estimate={score} unit="share" />,
        },
        {
          key: "automatable",
          header: t("automatable"),
          align: "end",
          wideOnly: true,
          cell: ({ automatable }) => <Figure estimate={automatable} unit="share" />,
        },
        {
          key: "augmentable",
          header: t("augmentable"),
          align: "end",
          wideOnly: true,
          cell: ({ augmentable }) => <Figure estimate={augmentable} unit="share" />,
        },
        {
          key: "human",
          header: t("human"),
          align: "end",
          wideOnly: true,
          cell: ({ human }) => f.share(human.value),
        },
        {
          key: "contribution",
          header: own("contribution"),
          align: "end",
          cell: ({ contribution }) => f.share(contribution, 1),
        },
        {
          key: "sources",
          header: own("sources"),
          wideOnly: true,
          cell: ({ sources, tasks }) => (
            <span className="text-caption">
              {sourceNames(sources)
                .map((name) => t(name))
                .join(", ")}{" "}
              ({own("tasks", { count: tasks })})
            </span>
          ),
        },
      ]}
    />
  );
}

/** The sources of a figure; two rubrics of the same model are one name. */
function sourceNames(sources: readonly LabelSource[]): readonly (LabelSource | "model-both")[] {
  const both = sources.includes("model-rubric-1") && sources.includes("model-rubric-2");
  if (!both) return sources;
  return sources.flatMap((source) =>
    source === "model-rubric-1" ? ["model-both" as const] : source === "model-rubric-2" ? [] : [source],
  );
}
