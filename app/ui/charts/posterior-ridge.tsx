import { chartText } from "#app/strings/en/charts.ts";
import type { Unit } from "#app/strings/format.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale, niceTicks, type Scale, tickDigits } from "./linear-scale.ts";
import { Label, Line, pathThrough, round, TickLabel, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText } from "./text-width.ts";

/** A belief about an effect, normal with this mean and standard deviation. */
export type Belief = { readonly mean: number; readonly sd: number };
export type RidgeRow = {
  readonly label: string;
  readonly prior: Belief;
  readonly posterior: Belief;
  readonly seen?: readonly number[];
  readonly href?: string;
};

type PosteriorRidgeProps = ChartProps & { unit: Unit; rows: readonly RidgeRow[]; wide?: number };

const rowHeight = 68;

/** What was believed (dashed), what is believed now (filled) and what was seen (ticks), one ridge for each intervention. */
export function PosteriorRidge({ unit, rows, wide, ...names }: PosteriorRidgeProps) {
  const t = useText(chartText);
  const f = useFormat();
  const digits = unit === "effect" ? 2 : 0;
  const say = (of: Belief) =>
    t("meanAndInterval", {
      mean: f.figure(of.mean, unit, digits),
      low: f.figure(of.mean - 1.645 * of.sd, unit, digits),
      high: f.figure(of.mean + 1.645 * of.sd, unit, digits),
    });
  const table = {
    head: [t("item"), t("before"), t("now"), t("observed")],
    rows: rows.map(({ label, prior, posterior, seen = [], href }) => ({
      ...(href === undefined ? {} : { href }),
      cells: [label, say(prior), say(posterior), seen.map((value) => f.figure(value, unit, digits)).join(", ")],
    })),
  };
  const reach = rows.flatMap(({ prior, posterior, seen = [] }) => [
    ...[prior, posterior].flatMap(({ mean, sd }) => [mean - 2.6 * sd, mean + 2.6 * sd]),
    ...seen,
  ]);
  const ticks = niceTicks(Math.min(0, ...reach), Math.max(0, ...reach) || 1, 5);
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width, narrow }) => {
        const x = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [8, width - 8]);
        const height = rows.length * rowHeight;
        return {
          height: height + 42,
          body: (
            <>
              {ticks.map((tick, at) =>
                narrow && at % 2 === 1 ? null : (
                  <g key={tick}>
                    <Line x1={x(tick)} y1={0} x2={x(tick)} y2={height} stroke={tick === 0 ? paint.line : paint.grid} />
                    <TickLabel x={x(tick)} y={height + 11} width={width}>
                      {f.figure(tick, unit, tickDigits(ticks))}
                    </TickLabel>
                  </g>
                ),
              )}
              {rows.map((row, at) => (
                <Ridge key={row.label} row={row} x={x} base={(at + 1) * rowHeight - 4} width={width} />
              ))}
              <Line x1={0} y1={height + 31} x2={18} y2={height + 31} stroke={paint.soft} width={1.5} dash="4 3" />
              <Label x={23} y={height + 31} size={tickSize} fill={paint.soft}>
                {t("before")}
              </Label>
              <rect
                x={76}
                y={height + 26}
                width={18}
                height={10}
                fill={paint.accent}
                fillOpacity={0.35}
                stroke={paint.accent}
              />
              <Label x={99} y={height + 31} size={tickSize} fill={paint.soft}>
                {t("now")}
              </Label>
              <Line x1={142} y1={height + 25} x2={142} y2={height + 37} stroke={paint.ink} width={2} />
              <Label x={148} y={height + 31} size={tickSize} fill={paint.soft}>
                {t("observed")}
              </Label>
            </>
          ),
        };
      }}
    />
  );
}

function Ridge({ row, x, base, width }: { row: RidgeRow; x: Scale; base: number; width: number }) {
  // Equal areas would make a vague prior invisible beside a sharp posterior; heights go by the square root of precision.
  const sharpest = Math.sqrt(1 / Math.min(row.prior.sd, row.posterior.sd));
  const curve = ({ mean, sd }: Belief) => {
    const top = (rowHeight - 26) * (Math.sqrt(1 / sd) / sharpest);
    return Array.from({ length: 41 }, (_, at) => {
      const z = -2.6 + (at / 40) * 5.2;
      return [x(mean + z * sd), base - top * Math.exp((-z * z) / 2)] as const;
    });
  };
  return (
    <g>
      <Label x={0} y={base - rowHeight + 12} bold>
        {cutText(row.label, width, 12)}
      </Label>
      <path
        d={`${pathThrough(curve(row.posterior))}Z`}
        fill={paint.accent}
        fillOpacity={0.35}
        stroke={paint.accent}
        strokeWidth={1.5}
      />
      <path d={pathThrough(curve(row.prior))} fill="none" stroke={paint.soft} strokeWidth={1.5} strokeDasharray="4 3" />
      {(row.seen ?? []).map((value) => (
        <line
          key={value}
          x1={round(x(value))}
          x2={round(x(value))}
          y1={base - 7}
          y2={base + 4}
          stroke={paint.ink}
          strokeWidth={2}
        />
      ))}
      <Line x1={0} y1={base} x2={width} y2={base} stroke={paint.line} />
    </g>
  );
}
