import { chartText } from "#app/strings/en/charts.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale } from "./linear-scale.ts";
import { boxPath, Label, Line, Lines, segment, Ticks, TickText, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";

/** Work asked of a pool and what it can give, in one unit, by period. */
export type Pool = {
  readonly label: string;
  readonly unit: string;
  readonly periods: readonly { readonly label: string; readonly load: number; readonly capacity: number }[];
};

type LoadByPoolProps = ChartProps & { pools: readonly Pool[]; wide?: number };

const poolHeight = 92;
/** A month and its year, with a gap after it. */
const labelRoom = 56;

/** Load against capacity, a strip for each pool. What is over capacity is hatched and named. */
export function LoadByPool({ pools, wide, ...names }: LoadByPoolProps) {
  const t = useText(chartText);
  const f = useFormat();
  const table = {
    head: [t("pool"), t("period"), t("load"), t("capacity")],
    rows: pools.flatMap(({ label, unit, periods }) =>
      periods.map((period) => ({
        cells: [label, period.label, `${f.number(period.load)} ${unit}`, `${f.number(period.capacity)} ${unit}`],
      })),
    ),
  };
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width, narrow, id }) => ({
        height: pools.length * poolHeight,
        body: (
          <>
            <defs>
              <pattern
                id={`${id}-over`}
                width={5}
                height={5}
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width={5} height={5} fill={paint.bad} />
                <rect width={1.5} height={5} fill={paint.surface} fillOpacity={0.6} />
              </pattern>
            </defs>
            {pools.map((pool, at) => (
              <Strip
                key={pool.label}
                pool={pool}
                top={at * poolHeight}
                width={width}
                every={narrow ? 2 : 1}
                over={`url(#${id}-over)`}
              />
            ))}
          </>
        ),
      })}
    />
  );
}

type StripProps = { pool: Pool; top: number; width: number; every: number; over: string };

function Strip({ pool: { label, unit, periods }, top, width, every, over }: StripProps) {
  const t = useText(chartText);
  const f = useFormat();
  const highest = Math.max(1e-9, ...periods.flatMap(({ load, capacity }) => [load, capacity]));
  const y = linearScale([0, highest], [top + 74, top + 24]);
  const x = linearScale([0, Math.max(periods.length, 1)], [0, width]);
  const step = x(1) - x(0);
  const bar = (at: number, low: number, high: number) =>
    boxPath(x(at) + step * 0.15, y(high), step * 0.7, y(low) - y(high));
  const worst = Math.max(0, ...periods.map(({ load, capacity }) => load - capacity));
  const capacity = periods[0]?.capacity ?? 0;
  return (
    <g>
      <Label x={0} y={top + 8} bold>
        {label}
      </Label>
      <Label x={width} y={top + 8} anchor="end" size={tickSize} fill={worst > 0 ? paint.bad : paint.soft}>
        {worst > 0
          ? t("over", { amount: `${f.number(worst)} ${unit}` })
          : `${t("capacity")} ${f.number(capacity)} ${unit}`}
      </Label>
      <path d={periods.map((one, at) => bar(at, 0, Math.min(one.load, one.capacity))).join("")} fill={paint.accent} />
      <path
        d={periods.map((one, at) => (one.load > one.capacity ? bar(at, one.capacity, one.load) : "")).join("")}
        fill={over}
      />
      <Lines
        d={periods.map((one, at) => segment(x(at) + 1, y(one.capacity), x(at + 1) - 1, y(one.capacity))).join("")}
        stroke={paint.ink}
        width={1.5}
      />
      <Ticks anchor="start">
        {periods.map((period, at) =>
          at % Math.max(every, Math.ceil(labelRoom / step)) !== 0 || x(at) + labelRoom > width ? null : (
            <TickText key={period.label} x={x(at)} y={top + 84}>
              {period.label}
            </TickText>
          ),
        )}
      </Ticks>
      <Line x1={0} y1={y(0)} x2={width} y2={y(0)} stroke={paint.line} />
    </g>
  );
}
