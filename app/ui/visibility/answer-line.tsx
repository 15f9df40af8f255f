import { Form as RemixForm } from "@remix-run/react";
import type { PeriodChange } from "#app/domain/visibility/answer-lines.ts";
import type { Rate } from "#app/domain/visibility/rate.ts";
import { type Metric, metrics, type ShareOfAnswers } from "#app/domain/visibility/share-of-answers.ts";
import { probesText } from "#app/strings/en/probes.ts";
import { TimelineBand } from "../charts/timeline-band.tsx";
import { Badge } from "../controls/badge.tsx";
import { Button } from "../controls/button.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Figure } from "../figures/figure.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChangeFigure } from "./change-figure.tsx";

type Stretch = {
  readonly model: string | null;
  readonly setVersion: number;
  readonly points: readonly { readonly at: string; readonly rate: Rate }[];
};

export type AnswerLineView = {
  readonly engine: string;
  readonly source: "probe" | "pasted";
  readonly model: string | null;
  readonly setVersion: number;
  readonly from: string;
  readonly to: string;
  readonly share: ShareOfAnswers;
  readonly changes: readonly { readonly metric: Metric; readonly change: PeriodChange | null }[];
  readonly trend: readonly Stretch[];
};

/** One engine's answers by one way of asking: trend, figures, change, and the names beside. */
export function AnswerLinePanel({ line, metric }: { line: AnswerLineView; metric: Metric }) {
  const t = useText(probesText);
  const f = useFormat();
  const { share } = line;
  return (
    <Panel title={<span className="[overflow-wrap:anywhere]">{t("lineTitle", { engine: line.engine })}</span>}>
      <p className="mb-3 max-w-3xl text-ink-soft">
        <Badge tone={line.source === "probe" ? "accent" : "quiet"}>
          {t(line.source === "probe" ? "probed" : "pasted")}
        </Badge>{" "}
        {t("basedOn", {
          answers: share.answers,
          prompts: share.prompts,
          period: f.dateRange(line.from, line.to),
          version: line.setVersion,
        })}{" "}
        {line.model === null ? null : t("withModel", { model: line.model })} {t("leftOut", share.leftOut)}{" "}
        {share.confidenceLow === 0 ? null : t("lowConfidence", { count: share.confidenceLow })}
      </p>
      <LineTrend line={line} metric={metric} />
      <div className="mt-4">
        <MetricTable share={share} engine={line.engine} />
      </div>
      {share.listRank === null ? null : (
        <p className="mt-2">
          {t("listRankIs", { mean: f.number(share.listRank.mean, 1), count: share.listRank.lists })}
        </p>
      )}
      <Changes changes={line.changes} engine={line.engine} />
      <Others share={share} engine={line.engine} />
    </Panel>
  );
}

function LineTrend({ line, metric }: { line: AnswerLineView; metric: Metric }) {
  const t = useText(probesText);
  const drawn = line.trend.filter(({ points }) => points.length > 0);
  const severalModels = new Set(drawn.map(({ model }) => model)).size > 1;
  const label = ({ model, setVersion }: Stretch) =>
    severalModels
      ? t("segmentModel", { model: model ?? "", version: setVersion })
      : t("segment", { version: setVersion });
  // One week is no trend; the table below has its figure.
  if (drawn.reduce((total, { points }) => total + points.length, 0) < 2) return null;
  const breaks = drawn.slice(1).map((stretch, at) => ({
    at: stretch.points[0]?.at ?? "",
    label:
      stretch.setVersion === drawn[at]?.setVersion
        ? t("breakModel", { model: stretch.model ?? "" })
        : t("breakSet", { version: stretch.setVersion }),
  }));
  return (
    <>
      <TimelineBand
        title={t("trend", { metric: t(metric) })}
        description={t("trendSays")}
        unit="share"
        wide={880}
        breaks={breaks}
        series={drawn.map((stretch) => ({
          label: label(stretch),
          points: stretch.points.map(({ at, rate }) => ({ at, estimate: rate.estimate })),
        }))}
      />
      <p className="text-caption text-ink-soft">{t("trendSays")}</p>
    </>
  );
}

/** Chooses what the trends show; the address holds it. */
export function MetricForm({ metric }: { metric: Metric }) {
  const t = useText(probesText);
  return (
    <RemixForm method="get" className="screen-only flex flex-wrap items-end gap-2">
      <label className="flex flex-wrap items-center gap-2">
        {t("trendOf")}
        <select name="metric" defaultValue={metric} className="input w-auto">
          {metrics.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </select>
      </label>
      <Button variant="quiet">{t("trendShow")}</Button>
    </RemixForm>
  );
}

function MetricTable({ share, engine }: { share: ShareOfAnswers; engine: string }) {
  const t = useText(probesText);
  return (
    <DataTable
      caption={engine}
      rows={metrics}
      rowKey={(metric) => metric}
      columns={[
        { key: "metric", header: t("metric"), cell: (metric) => t(metric) },
        {
          key: "rate",
          header: t("rate"),
          align: "end",
          cell: (metric) => (
            <Figure estimate={share.rates[metric]?.estimate ?? null} unit="share" absent="not-measured" />
          ),
        },
        {
          key: "n",
          header: t("basis"),
          align: "end",
          wideOnly: true,
          cell: (metric) => {
            const rate = share.rates[metric];
            return rate === null ? "" : t("basisOf", { answers: rate.answers, prompts: rate.prompts });
          },
        },
        {
          key: "meaning",
          header: t("meaning"),
          wideOnly: true,
          cell: (metric) => <span className="text-caption text-ink-soft">{t(`${metric}Means`)}</span>,
        },
      ]}
    />
  );
}

function Changes({ changes, engine }: Pick<AnswerLineView, "changes" | "engine">) {
  const t = useText(probesText);
  const known = changes.flatMap(({ metric, change }) => (change === null ? [] : [{ metric, change }]));
  return (
    <div className="mt-5">
      <h3 className="font-semibold">{t("changesTitle")}</h3>
      {known.length === 0 ? (
        <p className="text-ink-soft">{t("noChange")}</p>
      ) : (
        <>
          <DataTable
            caption={t("changesOf", { engine })}
            rows={known}
            rowKey={({ metric }) => metric}
            columns={[
              { key: "metric", header: t("metric"), cell: ({ metric }) => t(metric) },
              {
                key: "before",
                header: t("before"),
                align: "end",
                wideOnly: true,
                cell: ({ change }) => <Figure estimate={change.before.estimate} unit="share" />,
              },
              {
                key: "after",
                header: t("after"),
                align: "end",
                wideOnly: true,
                cell: ({ change }) => <Figure estimate={change.after.estimate} unit="share" />,
              },
              {
                key: "change",
                header: t("change"),
                align: "end",
                cell: ({ change }) => <ChangeFigure of={change.estimate} />,
              },
              { key: "verdict", header: t("verdict"), cell: ({ change }) => <Verdict change={change} /> },
            ]}
          />
          <p className="mt-1 text-caption text-ink-soft">{t("changeSays")}</p>
        </>
      )}
    </div>
  );
}

function Verdict({ change }: { change: PeriodChange }) {
  const t = useText(probesText);
  if (!change.distinguishable) return <Badge>{t("notDistinct")}</Badge>;
  const rose = change.estimate.value > 0;
  return <Badge tone="accent">{t(rose ? "rose" : "fell")}</Badge>;
}

function Others({ share, engine }: Pick<AnswerLineView, "share" | "engine">) {
  const t = useText(probesText);
  if (share.others.length === 0) return null;
  return (
    <Disclosure summary={t("others")} open>
      <DataTable
        caption={t("othersOf", { engine })}
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
            header: t("verdict"),
            cell: (other) => <Badge>{other.distinguishable ? t("distinct") : t("notDistinct")}</Badge>,
          },
        ]}
      />
      <p className="mt-1 text-caption text-ink-soft">{t("othersSay")}</p>
    </Disclosure>
  );
}
