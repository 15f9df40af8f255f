import type { WidthPart } from "#app/domain/exposure/explain-width.ts";
import type { PossibleChange } from "#app/domain/exposure/what-would-change.ts";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** From this width on, an interval needs a word of its own. */
const wide = 0.3;
/** Below this a source makes no difference that draws can tell. */
const noticeable = 0.03;

/** Where the interval of a role comes from, source by source. */
export function WidthPanel({ parts, score }: { parts: readonly WidthPart[]; score: Estimate }) {
  const t = useText(exposedRoleText);
  const f = useFormat();
  const [most] = parts;
  const range = { low: f.share(score.low), high: f.share(score.high) };
  return (
    <Panel title={t("width")}>
      {most === undefined || score.high - score.low < wide ? null : (
        <p className="mb-2">{t("widthWide", { why: t(`widthMost_${most.source}`) })}</p>
      )}
      <p className="mb-3 text-ink-soft">{t("widthText", range)}</p>
      <DataTable
        caption={t("width")}
        rows={parts}
        rowKey={({ source }) => source}
        columns={[
          { key: "source", header: t("widthSource"), cell: ({ source }) => t(`width_${source}`) },
          {
            key: "would",
            header: t("widthWould"),
            align: "end",
            cell: ({ low, high }) => t("between", { low: f.share(low), high: f.share(high) }),
          },
          {
            key: "narrower",
            header: t("widthNarrower"),
            align: "end",
            cell: ({ narrower }) => (narrower < noticeable ? t("widthNone") : f.share(narrower)),
          },
        ]}
      />
    </Panel>
  );
}

/** What would move a role's score, the largest move first. */
export function ChangesPanel({ changes }: { changes: readonly PossibleChange[] }) {
  const t = useText(exposedRoleText);
  const words = useChangeWords();
  const f = useFormat();
  const points = (by: number) => f.number(Math.abs(by) * 100, Math.abs(by) < 0.1 ? 1 : 0);
  return (
    <Panel title={t("changes")}>
      <p className="mb-3 text-ink-soft">{t("changesText")}</p>
      <DataTable
        caption={t("changes")}
        rows={changes}
        rowKey={(change) => `${change.kind} ${words(change)}`}
        columns={[
          { key: "change", header: t("change"), cell: words },
          {
            key: "to",
            header: t("changeTo"),
            align: "end",
            cell: (change) =>
              change.kind === "activity"
                ? t("either", { low: f.share(change.low), high: f.share(change.high) })
                : f.share(change.to),
          },
          {
            key: "by",
            header: t("changeBy"),
            align: "end",
            cell: (change) =>
              change.kind === "activity"
                ? t("pointsEither", { points: points(change.by) })
                : t("points", { points: `${change.by < 0 ? "−" : "+"}${points(change.by)}` }),
          },
        ]}
      />
    </Panel>
  );
}

function useChangeWords(): (change: PossibleChange) => string {
  const t = useText(exposedRoleText);
  const shared = useText(exposureText);
  const f = useFormat();
  return (change) => {
    if (change.kind === "gate") return t(change.on ? "changeOn" : "changeOff", { gate: shared(change.gate) });
    if (change.kind === "title")
      return t("changeTitle", { occupation: change.title, share: f.share(change.probability) });
    const what = shared(change.what === "observed-use" ? "would-observed-use" : change.what);
    return t("changeActivity", { activity: change.label, what });
  };
}
