import type { LiveFetch } from "#app/domain/visibility/checks/finding.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { siteWorkText } from "#app/strings/en/site-work.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "../controls/badge.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type AgentsPanelProps = {
  liveFetches: readonly LiveFetch[];
  rendered: NonNullable<CrawledPage["rendered"]> | null;
  words: number;
};

/** What search agents and a browser were given of one page, and what scripts added. Nothing where neither was tried. */
export function AgentsPanel({ liveFetches, rendered, words }: AgentsPanelProps) {
  const t = useText(siteWorkText);
  const base = useText(visibilityText);
  const f = useFormat();
  return (
    <>
      {liveFetches.length === 0 ? null : (
        <Panel title={t("agentsTitle")}>
          <p className="mb-2 text-ink-soft">{t("agentsNote")}</p>
          <DataTable
            caption={t("agentsTitle")}
            rows={liveFetches}
            rowKey={(each) => each.agent}
            columns={[
              { key: "agent", header: base("agent"), cell: (each) => each.agent },
              {
                key: "answer",
                header: t("agentAnswer"),
                cell: (each) => (
                  <Badge tone={each.challenged || each.status >= 400 || each.status === 0 ? "bad" : "good"}>
                    {each.status === 0 ? base("none") : String(each.status)}
                  </Badge>
                ),
              },
              { key: "same", header: t("agentSame"), align: "end", cell: (each) => f.share(each.sameWords) },
              { key: "seen", header: t("agentSeen"), cell: (each) => each.note ?? "" },
            ]}
          />
        </Panel>
      )}
      {rendered === null ? null : (
        <Panel title={t("renderedTitle")}>
          <p>
            {rendered.words === null
              ? t("renderedNot", { because: rendered.because })
              : t("renderedShare", { words: f.number(words), rendered: f.number(rendered.words) })}
          </p>
        </Panel>
      )}
    </>
  );
}
