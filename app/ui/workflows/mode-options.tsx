import type { WorkflowDesign } from "#app/domain/workflows/design-workflow.ts";
import { workflowsText } from "#app/strings/en/workflows.ts";
import { Badge } from "../controls/badge.tsx";
import { Figure } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** Every way of doing the work, what it would bring, and why some may not be used. */
export function ModeOptions({ design }: { design: WorkflowDesign }) {
  const t = useText(workflowsText);
  const f = useFormat();
  return (
    <DataTable
      caption={t("options")}
      rows={design.options}
      rowKey={(option) => option.mode.id}
      columns={[
        {
          key: "mode",
          header: t("mode"),
          cell: (option) => (
            <>
              {option.mode.title}{" "}
              {option.mode.id === design.recommended.mode.id ? <Badge tone="accent">{t("recommended")}</Badge> : null}
            </>
          ),
        },
        { key: "review", header: t("review"), align: "end", cell: (option) => f.share(option.value.reviewRate) },
        {
          key: "saved",
          header: t("saved"),
          align: "end",
          cell: (option) => <Figure estimate={option.value.saved} unit="count" />,
        },
        {
          key: "net",
          header: t("net"),
          align: "end",
          cell: (option) => <Figure estimate={option.value.net} unit="count" />,
        },
        {
          key: "may",
          header: t("may"),
          cell: (option) => (option.excludedBecause.length === 0 ? t("mayYes") : option.excludedBecause.join(". ")),
        },
      ]}
    />
  );
}
