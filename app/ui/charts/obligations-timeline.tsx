import { chartText } from "#app/strings/en/charts.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { dateTicks, dayNumber, linearScale } from "./linear-scale.ts";
import { Label, Line, Lines, labelSize, segment, TickLabel } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

export type DutyState = "in-force" | "upcoming" | "watch";

/** A duty and the day from which it binds; null when that was before our records begin. */
export type DatedDuty = {
  readonly date: string | null;
  readonly label: string;
  readonly state: DutyState;
  readonly href?: string;
};

type ObligationsTimelineProps = ChartProps & { today: string; items: readonly DatedDuty[]; wide?: number };

const stateKeys = { "in-force": "inForce", upcoming: "upcoming", watch: "watch" } as const;
const rowHeight = 19;

/** Duties by the day they bind: a disc in force, a ring upcoming, a diamond to watch. Names are stacked so that none meet. */
export function ObligationsTimeline({ today, items, wide = 1080, ...names }: ObligationsTimelineProps) {
  const t = useText(chartText);
  const f = useFormat();
  const sorted = [...items].sort((a, b) =>
    (a.date ?? "") < (b.date ?? "") ? -1 : (a.date ?? "") > (b.date ?? "") ? 1 : 0,
  );
  const table = {
    head: [t("duty"), t("date"), t("state")],
    rows: sorted.map(({ label, date, state, href }) => ({
      ...(href === undefined ? {} : { href }),
      cells: [label, date === null ? t("inForce") : f.date(date), t(stateKeys[state])],
    })),
  };
  const now = dayNumber(today);
  const days = sorted.flatMap(({ date }) => (date === null ? [] : [dayNumber(date)]));
  // Two years back are enough: what began earlier stands at the edge.
  const from = Math.max(Math.min(now - 90, ...days), now - 730);
  const to = Math.max(now + 365, ...days) + 30;
  return (
    <ChartFrame
      {...names}
      table={table}
      wide={wide}
      draw={({ width, narrow }) => {
        const x = linearScale([from, to], [10, width - 10]);
        const rows: number[] = [];
        const placed = sorted.map((item) => {
          const at = Math.max(item.date === null ? from : dayNumber(item.date), from);
          // The wider side of the mark holds the label, cut to what is there.
          const side = Math.max(x(at), width - x(at)) - 12;
          const label = cutText(item.label, Math.min(narrow ? width * 0.7 : 300, side), labelSize);
          const wideLabel = textWidth(label, labelSize);
          const room = x(at) - 10 - wideLabel >= 0;
          const crossesToday = x(at) < x(now) && x(at) + 10 + wideLabel > x(now);
          const toLeft = x(at) + 10 + wideLabel > width || (crossesToday && room);
          const start = toLeft ? x(at) - 10 - wideLabel : x(at) - 7;
          const end = toLeft ? x(at) + 7 : x(at) + 10 + wideLabel;
          const free = rows.findIndex((taken) => taken + 10 <= start);
          const row = free === -1 ? rows.length : free;
          rows[row] = end;
          return { item, label, x: x(at), row, toLeft };
        });
        const height = 22 + rows.length * rowHeight;
        const ticks = dateTicks(from, to, narrow ? 4 : 9);
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
              <Line x1={x(now)} y1={14} x2={x(now)} y2={height} stroke={paint.ink} />
              <TickLabel x={x(now)} y={7} width={width}>
                {t("today")}
              </TickLabel>
              {placed.map(({ item, label, x: px, row, toLeft }) => {
                const y = 26 + row * rowHeight;
                return (
                  <g key={`${item.label} ${item.date ?? ""}`}>
                    <DutyMark state={item.state} x={px} y={y} />
                    <Label x={px + (toLeft ? -10 : 10)} y={y} anchor={toLeft ? "end" : "start"} halo>
                      {label}
                    </Label>
                  </g>
                );
              })}
            </>
          ),
        };
      }}
    />
  );
}

function DutyMark({ state, x, y }: { state: DutyState; x: number; y: number }) {
  if (state === "watch")
    return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} fill={paint.surface} stroke={paint.soft} strokeWidth={1.5} />;
  return (
    <circle
      cx={x}
      cy={y}
      r={5}
      fill={state === "in-force" ? paint.accent : paint.surface}
      stroke={paint.accent}
      strokeWidth={2}
    />
  );
}
