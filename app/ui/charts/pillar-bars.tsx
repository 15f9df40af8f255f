import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { supportedDigits } from "#app/strings/format.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale } from "./linear-scale.ts";
import { Label, Line, round, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

/** A score 0..100 with its interval; null where nothing was measured. `target` is what the wanted decision needs. */
export type PillarRow = {
  readonly label: string;
  readonly estimate: Estimate | null;
  readonly target?: number;
  readonly href?: string;
};

type PillarBarsProps = ChartProps & { rows: readonly PillarRow[]; wide?: number };

const rowHeight = 23;
const ticks = [0, 25, 50, 75, 100];

/** Scores of pillars with interval and target tick. */
export function PillarBars({ rows, wide, ...names }: PillarBarsProps) {
  const t = useText(chartText);
  const f = useFormat();
  const withTargets = rows.some(({ target }) => target !== undefined);
  const table = {
    head: [t("pillar"), t("score"), t("interval"), ...(withTargets ? [t("target")] : [])],
    rows: rows.map(({ label, estimate, target, href }) => ({
      ...(href === undefined ? {} : { href }),
      cells: [
        label,
        estimate === null ? t("notMeasured") : f.number(estimate.value, supportedDigits(estimate, "points")),
        estimate === null ? "" : (intervalText(f, estimate, "points") ?? ""),
        ...(withTargets ? [target === undefined ? "" : f.number(target)] : []),
      ],
    })),
  };
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width }) => {
        const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, 12)));
        const left = Math.min(longest + 8, width * 0.42);
        const x = linearScale([0, 100], [left + 6, width - 34]);
        const foot = rows.length * rowHeight + 4;
        return {
          height: foot + 42,
          body: (
            <>
              {ticks.map((tick) => (
                <g key={tick}>
                  <Line x1={x(tick)} y1={0} x2={x(tick)} y2={foot} />
                  <Label x={x(tick)} y={foot + 10} anchor="middle" size={tickSize} fill={paint.soft}>
                    {tick}
                  </Label>
                </g>
              ))}
              {rows.map((row, at) => (
                <PillarMark
                  key={row.label}
                  row={row}
                  y={at * rowHeight + rowHeight / 2}
                  x={x}
                  left={left}
                  width={width}
                  absent={t("notMeasured")}
                />
              ))}
              <Label x={0} y={foot + 32} size={tickSize} fill={paint.soft}>
                {`● ${t("scoreWithInterval")}${withTargets ? `   | ${t("targetTick")}` : ""}`}
              </Label>
            </>
          ),
        };
      }}
    />
  );
}

type PillarMarkProps = {
  row: PillarRow;
  y: number;
  x: (value: number) => number;
  left: number;
  width: number;
  absent: string;
};

function PillarMark({ row: { label, estimate, target }, y, x, left, width, absent }: PillarMarkProps) {
  return (
    <g>
      <Label x={left} y={y} anchor="end">
        {cutText(label, left, 12)}
      </Label>
      {estimate === null ? (
        <Label x={x(0) + 4} y={y} size={tickSize} fill={paint.soft}>
          {absent}
        </Label>
      ) : (
        <>
          <rect
            x={round(x(estimate.low))}
            y={y - 3.5}
            width={round(Math.max(x(estimate.high) - x(estimate.low), 2))}
            height={7}
            rx={3.5}
            fill={paint.band}
          />
          <circle cx={round(x(estimate.value))} cy={y} r={4.5} fill={paint.accent} />
          <Label x={width} y={y} anchor="end" bold>
            {Math.round(estimate.value)}
          </Label>
        </>
      )}
      {target === undefined ? null : (
        <Line x1={x(target)} y1={y - 8} x2={x(target)} y2={y + 8} stroke={paint.ink} width={1.8} />
      )}
    </g>
  );
}
