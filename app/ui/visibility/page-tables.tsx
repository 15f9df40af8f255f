import type { HiddenText } from "#app/domain/visibility/hidden-text.ts";
import type { Entity, PageDate } from "#app/domain/visibility/page-facts.ts";
import type { CheckResult, Measure } from "#app/domain/visibility/visibility-audit.ts";
import { visibilityPageText } from "#app/strings/en/visibility-page.ts";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Sensitivity = { readonly check: string; readonly title: string; readonly low: number; readonly high: number };

const atFirst = 5;

/** The score's range when one check's weight is moved by half: the widest, and the others behind a disclosure; none of a closed page. */
export function SensitivityTable({ rows }: { rows: readonly Sensitivity[] }) {
  const t = useText(visibilityPageText);
  if (rows.every(({ high }) => high === 0)) return <p>{t("sensitivityClosed")}</p>;
  const others = rows.slice(atFirst);
  return (
    <>
      <RangeTable caption={t("sensitivity")} rows={rows.slice(0, atFirst)} />
      {others.length === 0 ? null : (
        <Disclosure summary={t("sensitivityOthers", { count: others.length })}>
          <RangeTable caption={t("sensitivityOthers", { count: others.length })} rows={others} />
        </Disclosure>
      )}
    </>
  );
}

function RangeTable({ caption, rows }: { caption: string; rows: readonly Sensitivity[] }) {
  const t = useText(visibilityPageText);
  const f = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ check }) => check}
      columns={[
        { key: "check", header: t("check"), cell: ({ title }) => title },
        {
          key: "range",
          header: t("range"),
          align: "end",
          cell: ({ low, high }) => `${f.number(low, 1)} – ${f.number(high, 1)}`,
        },
      ]}
    />
  );
}

/** Every figure that a check was decided by, beside its two thresholds. */
export function MeasureTable({ checks }: { checks: readonly Pick<CheckResult, "measures" | "title">[] }) {
  const t = useText(visibilityPageText);
  const f = useFormat();
  const rows = checks.flatMap(({ title, measures = [] }) => measures.map((measure) => ({ title, ...measure })));
  if (rows.length === 0) return <p>{t("noMeasures")}</p>;
  const shown = (value: number, unit: Measure["unit"]) =>
    unit === "share" ? f.share(value, 1) : f.number(value, value % 1 === 0 ? 0 : unit === "points" ? 0 : 1);
  return (
    <DataTable
      caption={t("behind")}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "measure",
          header: t("measure"),
          cell: ({ name, about, title }) => (
            <>
              {about === null ? name : `${name}: “${about}”`}
              <span className="block font-normal text-caption text-ink-soft">{title}</span>
            </>
          ),
        },
        { key: "value", header: t("value"), align: "end", cell: ({ value, unit }) => shown(value, unit) },
        { key: "state", header: t("state"), cell: (measure) => <MeasureState measure={measure} /> },
        {
          key: "watch",
          header: t("watch"),
          align: "end",
          wideOnly: true,
          cell: ({ watch, below, unit }) => t(below ? "under" : "above", { value: shown(watch, unit) }),
        },
        {
          key: "limit",
          header: t("limit"),
          align: "end",
          cell: ({ limit, below, unit }) => t(below ? "under" : "above", { value: shown(limit, unit) }),
        },
      ]}
    />
  );
}

function MeasureState({ measure: { value, watch, limit, below } }: { measure: Measure }) {
  const t = useText(visibilityPageText);
  const beyond = (threshold: number) => (below ? value < threshold : value > threshold);
  if (beyond(limit)) return <Badge tone="bad">{t("stateLimit")}</Badge>;
  return beyond(watch) ? <Badge tone="warn">{t("stateWatch")}</Badge> : <Badge tone="good">{t("stateGood")}</Badge>;
}

type ShownEntity = Pick<Entity, "type" | "format" | "errors" | "warnings" | "unseen">;

/** Typed things of the page, with what each lacks and what it says that the page does not. */
export function EntityTable({ entities }: { entities: readonly ShownEntity[] }) {
  const t = useText(visibilityPageText);
  if (entities.length === 0) return <p>{t("entityNone")}</p>;
  const rows = entities.map((entity, at) => ({ ...entity, key: `${at} ${entity.type}` }));
  return (
    <DataTable
      caption={t("entityType")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "type", header: t("entityType"), cell: ({ type }) => (type === "" ? t("unreadable") : type) },
        { key: "format", header: t("entityFormat"), wideOnly: true, cell: ({ format }) => format },
        {
          key: "faults",
          header: t("entityFaults"),
          cell: ({ errors, warnings, unseen }) => {
            const faults = [...errors, ...unseen.map((what) => t("unseen", { what }))];
            return (
              <>
                {faults.length === 0 ? null : <span className="block">{faults.join("; ")}</span>}
                {warnings.length === 0 ? null : (
                  <span className="block text-caption text-ink-soft">{warnings.join("; ")}</span>
                )}
                {faults.length + warnings.length === 0 ? t("entityFine") : null}
              </>
            );
          },
        },
      ]}
    />
  );
}

const sources = {
  "json-ld": "from-json-ld",
  microdata: "from-microdata",
  rdfa: "from-rdfa",
  meta: "from-meta",
  time: "from-time",
  text: "from-text",
  header: "from-header",
} as const;

function isSource(from: string): from is keyof typeof sources {
  return from in sources;
}

/** Every date, where it stands, and the server's own. */
export function DateTable({ dates, lastModified }: { dates: readonly PageDate[]; lastModified: string | null }) {
  const t = useText(visibilityPageText);
  const rows = [
    ...dates,
    ...(lastModified === null ? [] : [{ kind: "modified" as const, value: lastModified, from: "header" }]),
  ].map((date, at) => ({ ...date, key: `${at}` }));
  if (rows.length === 0) return <p>{t("datesNone")}</p>;
  return (
    <DataTable
      caption={t("dates")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "date", header: t("date"), cell: ({ value }) => value },
        { key: "kind", header: t("kind"), cell: ({ kind }) => t(kind) },
        { key: "from", header: t("from"), cell: ({ from }) => (isSource(from) ? t(sources[from]) : from) },
      ]}
    />
  );
}

export function HiddenTable({ hidden }: { hidden: readonly HiddenText[] }) {
  const t = useText(visibilityPageText);
  if (hidden.length === 0) return <p>{t("hiddenNone")}</p>;
  const rows = hidden.map((each, at) => ({ ...each, key: `${at}` }));
  return (
    <DataTable
      caption={t("hidden")}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: "how", header: t("hiddenHow"), cell: ({ how }) => t(how) },
        {
          key: "text",
          header: t("hiddenText"),
          cell: ({ text }) => <span className="block max-w-xl break-words">{text}</span>,
        },
      ]}
    />
  );
}
