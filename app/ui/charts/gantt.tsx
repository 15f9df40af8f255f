import { chartText } from "#app/strings/en/charts.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { dateTicks, dayNumber, linearScale, type Scale } from "./linear-scale.ts";
import { ArrowHead, Label, Line, round, TickLabel } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText } from "./text-width.ts";

/** A piece of work from its first to its last day. `after` names items that must end first; `due` is a date it must meet. */
export type GanttItem = {
  readonly id: string;
  readonly label: string;
  readonly start: string;
  readonly end: string;
  readonly pool?: string;
  readonly after?: readonly string[];
  readonly due?: string;
  readonly done?: boolean;
  readonly href?: string;
};

type GanttProps = ChartProps & { items: readonly GanttItem[]; today?: string; wide?: number };

/** Work over time with dependencies and dates to meet, in the order given. */
export function Gantt({ items, today, wide = 1080, ...names }: GanttProps) {
  const t = useText(chartText);
  const f = useFormat();
  const labels = new Map(items.map(({ id, label }) => [id, label]));
  const table = {
    head: [t("action"), t("start"), t("end"), t("pool"), t("after"), t("due")],
    rows: items.map(({ label, start, end, pool, after, due, href }) => ({
      ...(href === undefined ? {} : { href }),
      cells: [
        label,
        f.date(start),
        f.date(end),
        pool ?? "",
        (after ?? []).map((id) => labels.get(id) ?? id).join(", "),
        due === undefined ? "" : f.date(due),
      ],
    })),
  };
  const days = items.flatMap(({ start, end, due }) => [
    dayNumber(start),
    dayNumber(end),
    ...(due === undefined ? [] : [dayNumber(due)]),
  ]);
  if (today !== undefined) days.push(dayNumber(today));
  const from = Math.min(...days) - 3;
  const to = Math.max(...days) + 7;
  return (
    <ChartFrame
      {...names}
      table={table}
      wide={wide}
      draw={({ width, narrow, id }) => {
        // A phone has no room for names at the side: they stand above their bars.
        const left = narrow ? 0 : Math.min(340, width * 0.36);
        const rowHeight = narrow ? 38 : 27;
        const x = linearScale([from, to], [left + 10, width - 12]);
        const middle = (at: number) => 24 + at * rowHeight + (narrow ? 27 : rowHeight / 2);
        const height = 24 + items.length * rowHeight;
        const rowOf = new Map(items.map((item, at) => [item.id, at]));
        return {
          height: height + 22,
          body: (
            <>
              <ArrowHead id={`${id}-arrow`} size={6} />
              {dateTicks(from, to, narrow ? 4 : 8).map(({ day, iso }) => (
                <g key={iso}>
                  <Line x1={x(day)} y1={16} x2={x(day)} y2={height} />
                  <TickLabel x={x(day)} y={height + 12} width={width}>
                    {f.month(iso)}
                  </TickLabel>
                </g>
              ))}
              {today === undefined ? null : (
                <>
                  <Line x1={x(dayNumber(today))} y1={14} x2={x(dayNumber(today))} y2={height} stroke={paint.ink} />
                  <TickLabel x={x(dayNumber(today))} y={7} width={width}>
                    {t("today")}
                  </TickLabel>
                </>
              )}
              {items.flatMap((item, at) =>
                (item.after ?? []).flatMap((before) => {
                  const row = rowOf.get(before);
                  const earlier = row === undefined ? undefined : items[row];
                  if (row === undefined || earlier === undefined) return [];
                  const d = elbow(x(dayNumber(earlier.end) + 1), middle(row), x(dayNumber(item.start)), middle(at));
                  return [
                    <path
                      key={`${before} ${item.id}`}
                      d={d}
                      fill="none"
                      stroke={paint.line}
                      markerEnd={`url(#${id}-arrow)`}
                    />,
                  ];
                }),
              )}
              {items.map((item, at) => (
                <g key={item.id}>
                  <Label
                    x={narrow ? 2 : left}
                    y={narrow ? 24 + at * rowHeight + 9 : middle(at)}
                    anchor={narrow ? "start" : "end"}
                    halo
                  >
                    {cutText(item.label, narrow ? width - 4 : left - 4, 12)}
                  </Label>
                  <Bar item={item} x={x} y={middle(at)} />
                </g>
              ))}
            </>
          ),
        };
      }}
    />
  );
}

function Bar({ item, x, y }: { item: GanttItem; x: Scale; y: number }) {
  const start = x(dayNumber(item.start));
  const end = x(dayNumber(item.end) + 1);
  const due = item.due === undefined ? null : x(dayNumber(item.due));
  return (
    <>
      <rect
        x={round(start)}
        y={y - 6}
        width={round(Math.max(end - start, 3))}
        height={12}
        rx={3}
        fill={item.done === true ? paint.band : paint.accent}
        {...(item.done === true ? { stroke: paint.accent } : {})}
      />
      {due === null ? null : (
        <path d={`M${round(due)} ${y - 7}l5 7-5 7-5-7z`} fill={paint.surface} stroke={paint.bad} strokeWidth={1.5} />
      )}
    </>
  );
}

function elbow(x1: number, y1: number, x2: number, y2: number): string {
  const turn = Math.max(x1 + 4, Math.min(x1 + 6, x2 - 6));
  const into = x2 - 1;
  if (turn <= into) return `M${round(x1)} ${y1}H${round(turn)}V${y2}H${round(into)}`;
  const between = y1 + Math.sign(y2 - y1) * 10;
  return `M${round(x1)} ${y1}h4V${between}H${round(into - 7)}V${y2}H${round(into)}`;
}
