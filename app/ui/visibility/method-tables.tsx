import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { CheckDefinition, StuffingThresholds } from "#app/domain/visibility/visibility-pack.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { visibilityMethodText } from "#app/strings/en/visibility-method.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { GradeWord } from "./marks.tsx";

export type ShownDefinition = Omit<CheckDefinition, "sources"> & { readonly sources: readonly string[] };

/** Checks that carry weight: how much, how well known, from where. */
export function WeightTable({ checks }: { checks: readonly ShownDefinition[] }) {
  const t = useText(visibilityMethodText);
  const own = useText(visibilityText);
  const f = useFormat();
  return (
    <DataTable
      caption={t("weights")}
      rows={checks}
      rowKey={(check) => check.id}
      columns={[
        {
          key: "check",
          header: t("check"),
          cell: (check) => (
            <>
              {check.title}
              <span className="block font-normal text-caption text-ink-soft">{check.sources.join("; ")}</span>
              <span className="block font-normal text-caption text-ink-soft md:hidden print:hidden">
                {check.effect} {own("reviewBy", { date: f.date(check.reviewBy) })}
              </span>
            </>
          ),
        },
        {
          key: "weight",
          header: t("weight"),
          align: "end",
          cell: (check) => (
            <>
              {check.penalty > 0 ? own("penalty", { points: check.penalty }) : check.weight}
              {check.gate ? <span className="block text-caption text-ink-soft">{t("gate")}</span> : null}
            </>
          ),
        },
        {
          key: "grade",
          header: t("grade"),
          cell: (check) => <GradeWord grade={check.grade} contested={check.contested} />,
        },
        {
          key: "effect",
          header: t("effect"),
          wideOnly: true,
          cell: (check) => <span className="block max-w-md">{check.effect}</span>,
        },
        { key: "review", header: t("review"), wideOnly: true, cell: (check) => f.date(check.reviewBy) },
      ]}
    />
  );
}

/** What is advised everywhere and weighs nothing, with the reason. */
export function FolkloreTable({ checks }: { checks: readonly ShownDefinition[] }) {
  const t = useText(visibilityMethodText);
  return (
    <DataTable
      caption={t("folklore")}
      rows={checks}
      rowKey={(check) => check.id}
      columns={[
        { key: "check", header: t("check"), cell: (check) => check.title },
        {
          key: "reason",
          header: t("reason"),
          cell: (check) => (
            <>
              {check.effect}
              <span className="block text-caption text-ink-soft">{check.sources.join("; ")}</span>
            </>
          ),
        },
      ]}
    />
  );
}

const shares = new Set<keyof StuffingThresholds>(["topWordShare", "topBigramShare"]);

export function StuffingTable({ stuffing }: { stuffing: StuffingThresholds }) {
  const t = useText(visibilityMethodText);
  const f = useFormat();
  const names = Object.keys(stuffing) as (keyof StuffingThresholds)[];
  const figure = (name: keyof StuffingThresholds, value: number) =>
    shares.has(name) ? f.share(value, 1) : f.number(value, value % 1 === 0 ? 0 : 2);
  return (
    <DataTable
      caption={t("stuffing")}
      rows={names}
      rowKey={(name) => name}
      columns={[
        { key: "feature", header: t("feature"), cell: (name) => t(name) },
        { key: "watch", header: t("watch"), align: "end", cell: (name) => figure(name, stuffing[name].watch) },
        { key: "limit", header: t("limit"), align: "end", cell: (name) => figure(name, stuffing[name].stuffed) },
      ]}
    />
  );
}

export type ShownRate = { readonly of: number; readonly right: number; readonly share: Estimate };

export function RateTable({ caption, rows }: { caption: string; rows: readonly (ShownRate & { name: string })[] }) {
  const t = useText(visibilityMethodText);
  const f = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: "what", header: t("what"), cell: ({ name }) => name },
        { key: "right", header: t("right"), align: "end", cell: ({ right }) => f.number(right) },
        { key: "of", header: t("of"), align: "end", cell: ({ of }) => f.number(of) },
        {
          key: "interval",
          header: t("interval"),
          align: "end",
          cell: ({ share }) => `${f.share(share.low, 1)} – ${f.share(share.high, 1)}`,
        },
      ]}
    />
  );
}
