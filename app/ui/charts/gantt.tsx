import { chartText } from "#app/strings/en/charts.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { dateTicks, dayNumber, linearScale } from "./linear-scale.ts";
import { boxPath, Halo, Label, Line, Lines, round, segment, TickLabel } from "./marks.tsx";
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
      draw={({ width, narrow }) => {
        // A phone has no room for names at the side: they stand above their bars.
        const left = narrow ? 0 : Math.min(340, width * 0.36);
        const rowHeight = narrow ? 38 : 27;
        const x = linearScale([from, to], [left + 10, width - 12]);
        const middle = (at: number) => 24 + at * rowHeight + (narrow ? 27 : rowHeight / 2);
        const height = 24 + items.length * rowHeight;
        const rowOf = new Map(items.map((item, at) => [item.id, at]));
        const spans = items.map((item, at) => ({
          y: middle(at),
          start: x(dayNumber(item.start)),
          end: x(dayNumber(item.end) + 1),
          due: item.due === undefined ? null : x(dayNumber(item.due)),
          done: item.done === true,
        }));
        const links = items.flatMap(({ after }, at) =>
          (after ?? []).flatMap((before) => {
            const [earlier, later] = [spans[rowOf.get(before) ?? -1], spans[at]];
            return earlier === undefined || later === undefined ? [] : [{ earlier, later }];
          }),
        );
        const bars = (done: boolean) =>
          spans
            .filter((span) => span.done === done)
            .map(({ start, end, y }) => boxPath(start, y - 6, Math.max(end - start, 3), 12, 3))
            .join("");
        const ticks = dateTicks(from, to, narrow ? 4 : 8);
        return {
          height: height + 22,
          body: (
            <>
              <Lines d={ticks.map(({ day }) => segment(x(day), 16, x(day), height)).join("")} />
              {ticks.map(({ day, iso }) => (
                <TickLabel key={iso} x={x(day)} y={height + 12} width={width}>
                  {f.month(iso)}
                </TickLabel>
              ))}
              {today === undefined ? null : (
                <>
                  <Line x1={x(dayNumber(today))} y1={14} x2={x(dayNumber(today))} y2={height} stroke={paint.ink} />
                  <TickLabel x={x(dayNumber(today))} y={7} width={width}>
                    {t("today")}
                  </TickLabel>
                </>
              )}
              <Lines
                d={links.map(({ earlier, later }) => elbow(earlier.end, earlier.y, later.start, later.y)).join("")}
                stroke={paint.line}
              />
              <path d={links.map(({ later }) => arrowInto(later.start - 1, later.y)).join("")} fill={paint.line} />
              <Halo anchor={narrow ? "start" : "end"}>
                {items.map((item, at) => (
                  <Label key={item.id} x={narrow ? 2 : left} y={narrow ? 24 + at * rowHeight + 9 : middle(at)}>
                    {cutText(item.label, narrow ? width - 4 : left - 4, 12)}
                  </Label>
                ))}
              </Halo>
              <path d={bars(false)} fill={paint.accent} />
              <path d={bars(true)} fill={paint.band} stroke={paint.accent} />
              <path
                d={spans.map(({ due, y }) => (due === null ? "" : `M${round(due)} ${y - 7}l5 7-5 7-5-7z`)).join("")}
                fill={paint.surface}
                stroke={paint.bad}
                strokeWidth={1.5}
              />
            </>
          ),
        };
      }}
    />
  );
}

/** The head of an arrow that comes from the left. */
function arrowInto(x: number, y: number): string {
  return `M${round(x - 5.5)} ${y - 3}l6 3-6 3z`;
}

function elbow(x1: number, y1: number, x2: number, y2: number): string {
  const turn = Math.max(x1 + 4, Math.min(x1 + 6, x2 - 6));
  const into = x2 - 1;
  if (turn <= into) return `M${round(x1)} ${y1}H${round(turn)}V${y2}H${round(into)}`;
  const between = y1 + Math.sign(y2 - y1) * 10;
  return `M${round(x1)} ${y1}h4V${between}H${round(into - 7)}V${y2}H${round(into)}`;
}
