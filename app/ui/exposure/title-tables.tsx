import { standardError, type TitleAccuracy, type TitleSet } from "#app/domain/exposure/title-accuracy.ts";
import { exposureTitlesText } from "#app/strings/en/exposure-titles.ts";
import { type CalibrationBin, CalibrationPlot } from "../charts/calibration-plot.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const splits = ["family", "title"] as const;
/** Shown where the screen is narrow too. */
const first = ["top1", "top3"];

/** Whatever the last build measured of titles held out, a table a split. Names without a text of ours stand as they are recorded. */
export function TitleTables({ titles }: { titles: TitleAccuracy }) {
  const t = useText(exposureTitlesText);
  const f = useFormat();
  const known = useKnown();
  return (
    <>
      {splits.map((split) => (
        <div key={split} className="mb-6">
          <p className="mb-3 max-w-3xl text-ink-soft">{t(`${split}Text`)}</p>
          <TitleTable caption={t(split)} rows={titles.sets.filter((row) => row.split === split)} names={titles.names} />
        </div>
      ))}
      <ul className="mt-3 space-y-1 text-caption text-ink-soft">
        {Object.entries(titles.others).map(([name, value]) => (
          <li key={name}>
            {known(`other-${name}`, name)}: {name.startsWith("calibration") ? f.number(value, 2) : f.share(value, 1)}
          </li>
        ))}
      </ul>
    </>
  );
}

function TitleTable({
  caption,
  rows,
  names,
}: {
  caption: string;
  rows: readonly TitleSet[];
  names: readonly string[];
}) {
  const t = useText(exposureTitlesText);
  const f = useFormat();
  const known = useKnown();
  const figure = (name: string, { titles = 0, ...figures }: Readonly<Record<string, number>>) => {
    const value = name === "titles" ? titles : figures[name];
    if (value === undefined) return "";
    if (name === "titles") return f.number(value);
    return first.includes(name)
      ? `${f.share(value, 1)} ± ${f.number(100 * standardError(value, titles), 1)}`
      : f.share(value, 1);
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ set, by }) => `${set} ${by}`}
      columns={[
        { key: "set", header: t("set"), cell: ({ set }) => known(set, set) },
        { key: "by", header: t("by"), cell: ({ by }) => known(`by-${by}`, by) },
        ...names.map((name) => ({
          key: name,
          header: name === "titles" ? t("titles-count") : known(name, name),
          align: "end" as const,
          wideOnly: !first.includes(name),
          cell: ({ figures }: TitleSet) => figure(name, figures),
        })),
      ]}
    />
  );
}

/** What the probability of a first answer said, and how often it came true. */
export function TitleReliability({ bins, titles }: { bins: readonly CalibrationBin[]; titles: TitleAccuracy }) {
  const t = useText(exposureTitlesText);
  const f = useFormat();
  const known = useKnown();
  const error = (set: string) => titles.reliability.find((own) => own.set === set)?.error ?? 0;
  return (
    <>
      <p className="mb-3 max-w-3xl text-ink-soft">
        {t("reliabilityText", { error: f.share(error("reliability"), 1), before: f.share(error("uncalibrated"), 1) })}
      </p>
      <CalibrationPlot wide={1060} title={t("reliability")} description={t("reliabilityDescription")} bins={bins} />
      <ul className="mt-3 space-y-1 text-caption text-ink-soft">
        {titles.reliability.map((own) => (
          <li key={own.set}>
            {known(`gap-${own.set}`, own.set)}: {f.share(own.error, 1)}
          </li>
        ))}
      </ul>
    </>
  );
}

function useKnown(): (key: string, name: string) => string {
  const t = useText(exposureTitlesText);
  return (key, name) => (Object.hasOwn(exposureTitlesText, key) ? t(key as "top1" | "reported" | "by-shipped") : name);
}
