import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { supportedDigits, type Unit } from "#app/strings/format.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { dateTicks, dayNumber, linearScale, niceTicks, tickDigits } from "./linear-scale.ts";
import { Label, Line, Lines, pathThrough, round, segment, TickLabel, Ticks, TickText, tickSize } from "./marks.tsx";
import { type Kind, paint } from "./paint.ts";
import { spread } from "./place-labels.ts";
import { textWidth } from "./text-width.ts";

export type TimedEstimate = { readonly at: string; readonly estimate: Estimate };
export type Series = { readonly label: string; readonly kind?: Kind; readonly points: readonly TimedEstimate[] };

/** A day from which figures were made in another way and do not compare. */
export type Break = { readonly at: string; readonly label: string };

type TimelineBandProps = ChartProps & {
  unit: Unit;
  series: readonly Series[];
  breaks?: readonly Break[];
  today?: string;
  wide?: number;
};

const dashes = ["", "7 3", "2 3", "9 3 2 3"];
const rest = [paint.accent, paint.automatable, paint.human, paint.ink];

/** One or more figures over time, each with its interval as a band. Names stand at the ends of the lines. */
export function TimelineBand({ unit, series, breaks = [], today, wide, ...names }: TimelineBandProps) {
  const t = useText(chartText);
  const f = useFormat();
  const all = series.flatMap(({ points }) => points);
  const table = {
    head: [t("series"), t("date"), t("value"), t("interval")],
    rows: series.flatMap(({ label, points }) =>
      points.map(({ at, estimate }) => ({
        cells: [
          label,
          f.date(at),
          f.figure(estimate.value, unit, supportedDigits(estimate, unit)),
          intervalText(f, estimate, unit) ?? "",
        ],
      })),
    ),
  };
  const days = [...all.map(({ at }) => dayNumber(at)), ...(today === undefined ? [] : [dayNumber(today)])];
  const named = series.length > 1 && !follow(series);
  const from = Math.min(...days);
  const to = Math.max(...days);
  const yTicks = niceTicks(
    Math.min(0, ...all.map(({ estimate }) => estimate.low)),
    Math.max(0, ...all.map(({ estimate }) => estimate.high)) || 1,
    4,
  );
  const digits = tickDigits(yTicks);
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width, narrow }) => {
        const height = narrow ? 210 : 230;
        const left =
          Math.max(...yTicks.map((tick) => textWidth(f.figure(tick, unit, unit === "share" ? 0 : digits), tickSize))) +
          8;
        const right = Math.min(Math.max(0, ...series.map(({ label }) => textWidth(label, 12))) + 12, width * 0.36);
        const x = linearScale([from, to], [left + 4, width - (named ? right : 14)]);
        const y = linearScale([yTicks[0] ?? 0, yTicks.at(-1) ?? 1], [height, 22]);
        const ends = spread(
          series.map(({ points }) => y(points.at(-1)?.estimate.value ?? 0)),
          15,
          14,
          height,
        );
        return {
          height: height + 24,
          body: (
            <>
              <Lines d={yTicks.map((tick) => segment(left, y(tick), width, y(tick))).join("")} />
              <Ticks anchor="end">
                {yTicks.map((tick) => (
                  <TickText key={tick} x={left - 4} y={y(tick)}>
                    {f.figure(tick, unit, unit === "share" ? 0 : digits)}
                  </TickText>
                ))}
              </Ticks>
              {dateTicks(from, to, narrow ? 4 : 7).map(({ day, iso }) => (
                <TickLabel key={iso} x={x(day)} y={height + 14} width={width}>
                  {f.month(iso)}
                </TickLabel>
              ))}
              {series.map((one, at) => (
                <OneSeries
                  key={one.label}
                  series={one}
                  colour={colourOf(one, at)}
                  dash={dashes[at % 4] ?? ""}
                  x={x}
                  y={y}
                />
              ))}
              {breaks.map(({ at, label }) => (
                <g key={at}>
                  <Line
                    x1={x(dayNumber(at))}
                    y1={14}
                    x2={x(dayNumber(at))}
                    y2={height}
                    stroke={paint.line}
                    dash="3 3"
                  />
                  <Label x={x(dayNumber(at)) + 4} y={7} size={tickSize} fill={paint.soft} halo>
                    {label}
                  </Label>
                </g>
              ))}
              {today === undefined ? null : (
                <g>
                  <Line x1={x(dayNumber(today))} y1={14} x2={x(dayNumber(today))} y2={height} stroke={paint.ink} />
                  <TickLabel x={x(dayNumber(today))} y={6} width={width}>
                    {t("today")}
                  </TickLabel>
                </g>
              )}
              {named
                ? series.map((one, at) => (
                    <Label key={one.label} x={width - right + 6} y={ends[at] ?? 0} fill={paint.ink} halo>
                      {one.label}
                    </Label>
                  ))
                : null}
            </>
          ),
        };
      }}
    />
  );
}

/** Whether each begins after the one before has ended: then breaks name them, and a name at the edge would point at the last alone. */
function follow(series: readonly Series[]): boolean {
  return series.every(
    ({ points }, at) => at === 0 || (points[0]?.at ?? "") >= (series[at - 1]?.points.at(-1)?.at ?? ""),
  );
}

function OneSeries({
  series,
  colour,
  dash,
  x,
  y,
}: {
  series: Series;
  colour: string;
  dash: string;
  x: (day: number) => number;
  y: (value: number) => number;
}) {
  const along = (read: (of: Estimate) => number) =>
    series.points.map(({ at, estimate }) => [x(dayNumber(at)), y(read(estimate))] as const);
  return (
    <g>
      <path
        d={pathThrough(
          along(({ high }) => high),
          along(({ low }) => low),
        )}
        fill={colour}
        fillOpacity={0.16}
      />
      <path
        d={pathThrough(along(({ value }) => value))}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        {...(dash === "" ? {} : { strokeDasharray: dash })}
      />
      <g fill={colour}>
        {along(({ value }) => value).map(([px, py]) => (
          <circle key={px} cx={round(px)} cy={round(py)} r={3} />
        ))}
      </g>
    </g>
  );
}

function colourOf({ kind }: Series, at: number): string {
  return kind === undefined ? (rest[at % rest.length] ?? paint.accent) : paint[kind];
}
