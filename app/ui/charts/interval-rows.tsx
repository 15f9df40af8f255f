import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { supportedDigits, type Unit } from "#app/strings/format.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale, niceTicks, tickDigits } from "./linear-scale.ts";
import { Label, Line, Lines, segment, TickLabel, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

type IntervalRow = { readonly label: string; readonly estimate: Estimate };
type IntervalRowsProps = ChartProps & { rows: readonly IntervalRow[]; unit: Unit; wide?: number };

const rowHeight = 34;

/** A few figures of one unit below each other, each a mark with its interval, its name and its value. */
export function IntervalRows({ rows, unit, wide, ...names }: IntervalRowsProps) {
  const t = useText(chartText);
  const f = useFormat();
  const words = ({ estimate }: IntervalRow) => f.figure(estimate.value, unit, supportedDigits(estimate, unit));
  const table = {
    head: [t("series"), t("value"), t("interval")],
    rows: rows.map((row) => ({ cells: [row.label, words(row), intervalText(f, row.estimate, unit) ?? ""] })),
  };
  const ticks = niceTicks(0, Math.max(...rows.map(({ estimate }) => estimate.high)) || 1, 5);
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width, narrow }) => {
        const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, 12)));
        const left = narrow ? 4 : Math.min(longest + 12, width * 0.4);
        const x = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [left, width - 16]);
        const step = narrow ? rowHeight + 12 : rowHeight;
        const y = (at: number) => 20 + at * step + (narrow ? 20 : 0);
        const height = y(rows.length - 1) + 20;
        const digits = tickDigits(ticks);
        return {
          height: height + 20,
          body: (
            <>
              <Lines d={ticks.map((tick) => segment(x(tick), 2, x(tick), height)).join("")} />
              {ticks.map((tick) => (
                <TickLabel key={tick} x={x(tick)} y={height + 11} width={width}>
                  {f.figure(tick, unit, unit === "share" ? 0 : digits)}
                </TickLabel>
              ))}
              {rows.map((row, at) => (
                <g key={row.label}>
                  <Label x={narrow ? left : 0} y={narrow ? y(at) - 20 : y(at)} fill={paint.ink} halo>
                    {cutText(row.label, narrow ? width : left, 12)}
                  </Label>
                  <Line
                    x1={x(row.estimate.low)}
                    y1={y(at)}
                    x2={x(row.estimate.high)}
                    y2={y(at)}
                    stroke={at === 0 ? paint.accent : paint.ink}
                  />
                  <circle
                    cx={x(row.estimate.value)}
                    cy={y(at)}
                    r={5}
                    fill={at === 0 ? paint.accent : paint.surface}
                    stroke={at === 0 ? paint.accent : paint.ink}
                  />
                  <Label x={x(row.estimate.value) - 8} y={y(at) - 12} size={tickSize} fill={paint.ink} halo>
                    {words(row)}
                  </Label>
                </g>
              ))}
            </>
          ),
        };
      }}
    />
  );
}
