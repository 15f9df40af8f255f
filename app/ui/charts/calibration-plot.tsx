import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale } from "./linear-scale.ts";
import { Label, Line, round, tickSize } from "./marks.tsx";
import { paint } from "./paint.ts";

/** Forecasts of about one probability (0..1), how often it then happened, and in how many cases. */
export type CalibrationBin = { readonly forecast: number; readonly observed: Estimate; readonly n: number };

type CalibrationPlotProps = ChartProps & { bins: readonly CalibrationBin[]; wide?: number };

/** What was forecast against what happened. On the diagonal the forecasts were right. */
export function CalibrationPlot({ bins, wide = 420, ...names }: CalibrationPlotProps) {
  const t = useText(chartText);
  const f = useFormat();
  const table = {
    head: [t("forecast"), t("happened"), t("interval"), t("cases")],
    rows: bins.map(({ forecast, observed, n }) => ({
      cells: [f.share(forecast), f.share(observed.value), intervalText(f, observed, "share") ?? "", f.number(n)],
    })),
  };
  return (
    <ChartFrame
      {...names}
      table={table}
      wide={wide}
      draw={({ width }) => {
        const side = Math.min(width, 380);
        const x = linearScale([0, 1], [44, side - 16]);
        const y = linearScale([0, 1], [side - 52, 22]);
        return {
          height: side,
          body: (
            <>
              {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
                <g key={tick}>
                  <Line x1={x(0)} y1={y(tick)} x2={x(1)} y2={y(tick)} />
                  <Label x={x(0) - 6} y={y(tick)} anchor="end" size={tickSize} fill={paint.soft}>
                    {f.share(tick)}
                  </Label>
                  <Label x={x(tick)} y={y(0) + 13} anchor="middle" size={tickSize} fill={paint.soft}>
                    {f.share(tick)}
                  </Label>
                </g>
              ))}
              <Label x={0} y={7} size={tickSize} fill={paint.soft}>
                {t("happened")}
              </Label>
              <Label x={x(0.5)} y={y(0) + 31} anchor="middle" size={tickSize} fill={paint.soft}>
                {t("forecast")}
              </Label>
              <Line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke={paint.line} dash="4 3" />
              {bins.map(({ forecast, observed, n }) => (
                <g key={forecast}>
                  <Line
                    x1={x(forecast)}
                    y1={y(observed.low)}
                    x2={x(forecast)}
                    y2={y(observed.high)}
                    stroke={paint.accent}
                    width={1.5}
                  />
                  <circle cx={round(x(forecast))} cy={round(y(observed.value))} r={5} fill={paint.accent} />
                  <Label x={x(forecast) + 8} y={y(observed.value)} size={tickSize} halo>
                    {`n ${f.number(n)}`}
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
