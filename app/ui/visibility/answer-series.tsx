import type { Rate, ShareOfAnswers } from "#app/domain/visibility/share-of-answers.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Figure } from "../figures/figure.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type AnswerSeriesProps = { name: string; share: ShareOfAnswers; prompts: ReadonlyMap<string, string> };

/** The metrics of one engine's answers, each with its interval, and what was left out of them. */
export function AnswerSeries({ name, share, prompts }: AnswerSeriesProps) {
  const t = useText(visibilityText);
  const f = useFormat();
  const rows: readonly { readonly label: string; readonly rate: Rate | null }[] = [
    { label: t("mention"), rate: share.mention },
    { label: t("citation"), rate: share.citation },
    { label: t("recommendation"), rate: share.recommendation },
    { label: t("retrieved"), rate: share.retrievedNotCited },
    { label: t("citationShare"), rate: share.citationShare },
    { label: t("shareOfVoice"), rate: share.shareOfVoice },
  ];
  return (
    <Panel title={name}>
      <p className="mb-2 text-ink-soft">
        {t("basedOn", { answers: share.answers, prompts: share.prompts })} {t("leftOut", share.leftOut)}{" "}
        {share.confidenceLow === 0 ? null : t("lowConfidence", { count: share.confidenceLow })}
      </p>
      <DataTable
        caption={name}
        rows={rows}
        rowKey={(row) => row.label}
        columns={[
          { key: "metric", header: t("metric"), cell: (row) => row.label },
          {
            key: "rate",
            header: t("rate"),
            align: "end",
            cell: (row) => <Figure estimate={row.rate?.estimate ?? null} unit="share" />,
          },
        ]}
      />
      {share.meanListRank === null ? null : (
        <p className="mt-2">
          {t("listRank")}: {f.number(share.meanListRank, 1)}
        </p>
      )}
      <Others share={share} />
      <Disclosure summary={t("byPrompt")}>
        <DataTable
          caption={t("byPrompt")}
          rows={share.byPrompt}
          rowKey={(row) => row.promptId}
          columns={[
            { key: "prompt", header: t("prompts"), cell: (row) => prompts.get(row.promptId) ?? row.promptId },
            { key: "answers", header: t("answersCount"), align: "end", cell: (row) => row.answers },
            {
              key: "mention",
              header: t("mention"),
              align: "end",
              cell: (row) => <Figure estimate={row.interval} unit="share" />,
            },
          ]}
        />
      </Disclosure>
    </Panel>
  );
}

function Others({ share }: { share: ShareOfAnswers }) {
  const t = useText(visibilityText);
  return (
    <>
      {share.others.length === 0 ? null : (
        <div className="mt-4">
          <DataTable
            caption={t("others")}
            captionHidden={false}
            rows={share.others}
            rowKey={(other) => other.name}
            columns={[
              { key: "name", header: t("name"), cell: (other) => other.name },
              {
                key: "mention",
                header: t("rate"),
                align: "end",
                cell: (other) => <Figure estimate={other.mention?.estimate ?? null} unit="share" />,
              },
              {
                key: "distinct",
                header: t("state"),
                cell: (other) => <Badge tone="quiet">{other.distinguishable ? t("distinct") : t("notDistinct")}</Badge>,
              },
            ]}
          />
        </div>
      )}
      {share.citedDomains.length === 0 ? null : (
        <div className="mt-4">
          <DataTable
            caption={t("cited")}
            captionHidden={false}
            rows={share.citedDomains}
            rowKey={(row) => row.domain}
            columns={[
              { key: "domain", header: t("domain"), cell: (row) => row.domain },
              { key: "answers", header: t("answersCount"), align: "end", cell: (row) => row.answers },
            ]}
          />
        </div>
      )}
    </>
  );
}
