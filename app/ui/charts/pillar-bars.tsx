import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { supportedDigits } from "#app/strings/format.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale } from "./linear-scale.ts";
import { boxPath, Label, Lines, round, segment, Ticks, TickText, tickSize } from "./marks.tsx";
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
        const middle = (at: number) => at * rowHeight + rowHeight / 2;
        const measured = rows.flatMap(({ estimate }, at) => (estimate === null ? [] : [{ at, ...estimate }]));
        return {
          height: foot + 42,
          body: (
            <>
              <Lines d={ticks.map((tick) => segment(x(tick), 0, x(tick), foot)).join("")} />
              <Ticks anchor="middle">
                {ticks.map((tick) => (
                  <TickText key={tick} x={x(tick)} y={foot + 10}>
                    {tick}
                  </TickText>
                ))}
              </Ticks>
              <g textAnchor="end">
                {rows.map(({ label }, at) => (
                  <Label key={label} x={left} y={middle(at)}>
                    {cutText(label, left, 12)}
                  </Label>
                ))}
              </g>
              <Ticks>
                {rows.map(({ label, estimate }, at) =>
                  estimate !== null ? null : (
                    <TickText key={label} x={x(0) + 4} y={middle(at)}>
                      {t("notMeasured")}
                    </TickText>
                  ),
                )}
              </Ticks>
              <path
                d={measured
                  .map(({ at, low, high }) => boxPath(x(low), middle(at) - 3.5, Math.max(x(high) - x(low), 2), 7, 3.5))
                  .join("")}
                fill={paint.band}
              />
              <g fill={paint.accent}>
                {measured.map(({ at, value }) => (
                  <circle key={at} cx={round(x(value))} cy={middle(at)} r={4.5} />
                ))}
              </g>
              <g textAnchor="end" fontWeight={600}>
                {measured.map(({ at, value }) => (
                  <Label key={at} x={width} y={middle(at)}>
                    {Math.round(value)}
                  </Label>
                ))}
              </g>
              <Lines
                d={rows
                  .map(({ target }, at) =>
                    target === undefined ? "" : segment(x(target), middle(at) - 8, x(target), middle(at) + 8),
                  )
                  .join("")}
                stroke={paint.ink}
                width={1.8}
              />
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
