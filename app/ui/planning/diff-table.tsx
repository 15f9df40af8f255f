import { mergeChanges } from "#app/domain/planning/merge-changes.ts";
import type { ItemChange } from "#app/domain/planning/plan.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Badge } from "../controls/badge.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const tones = { added: "good", dropped: "warn", moved: "accent", mode: "accent", forecast: "quiet" } as const;

/** What changes between two plans: each change in a sentence, with its reason. */
export function DiffTable({ changes }: { changes: readonly Omit<ItemChange, "drivers">[] }) {
  const t = useText(planningText);
  const f = useFormat();
  return (
    <DataTable
      caption={t("changesTitle")}
      rows={mergeChanges(changes)}
      rowKey={(change) => `${change.id} ${change.change}`}
      columns={[
        { key: "change", header: t("change"), cell: (change) => f.datesIn(change.text) },
        {
          key: "kind",
          header: t("changes"),
          wideOnly: true,
          cell: (change) => (
            <span className="whitespace-nowrap">
              <Badge tone={tones[change.change]}>{t(change.change)}</Badge>
            </span>
          ),
        },
        { key: "because", header: t("because"), cell: (change) => f.datesIn(change.because) },
      ]}
    />
  );
}
