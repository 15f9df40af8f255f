import { chartText } from "#app/strings/en/charts.ts";
import type { Unit } from "#app/strings/format.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale } from "./linear-scale.ts";
import { Label, Line, round } from "./marks.tsx";
import { paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

type End = { readonly label: string; readonly value: number };
export type WaterfallStep = { readonly label: string; readonly delta: number; readonly href?: string };

type WaterfallProps = ChartProps & { from: End; steps: readonly WaterfallStep[]; to: End; unit?: Unit; wide?: number };

const rowHeight = 25;

/** How a score came from one value to another, step by step; the deltas add up to the difference. */
export function Waterfall({ from, steps, to, unit = "points", wide, ...names }: WaterfallProps) {
  const t = useText(chartText);
  const f = useFormat();
  const digits = steps.some(({ delta }) => Math.abs(delta) < 0.95) ? 1 : 0;
  const signed = (value: number) =>
    unit === "points" ? f.signed(value, digits) : `${value > 0 ? "+" : ""}${f.figure(value, unit, digits)}`;
  let level = from.value;
  const bars = [
    {
      label: from.label,
      start: 0,
      end: from.value,
      words: f.figure(from.value, unit, digits),
      whole: true,
      href: undefined,
    },
    ...steps.map(({ label, delta, href }) => {
      const start = level;
      level += delta;
      return { label, start, end: level, words: signed(delta), whole: false, href };
    }),
    { label: to.label, start: 0, end: to.value, words: f.figure(to.value, unit, digits), whole: true, href: undefined },
  ];
  const table = {
    head: [t("step"), t("change")],
    rows: bars.map(({ label, words, href }) => ({ ...(href === undefined ? {} : { href }), cells: [label, words] })),
  };
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width }) => {
        const left = Math.min(Math.max(...bars.map(({ label }) => textWidth(label, 12))) + 8, width * 0.46);
        const right = Math.max(...bars.map(({ words }) => textWidth(words, 12))) + 8;
        const x = linearScale(
          [
            Math.min(0, ...bars.map(({ end }) => end)),
            Math.max(...bars.map(({ start, end }) => Math.max(start, end)), 1e-9),
          ],
          [left + 6, width - right],
        );
        return {
          height: bars.length * rowHeight,
          body: (
            <>
              {bars.map((bar, at) => {
                const y = at * rowHeight + rowHeight / 2;
                const low = x(Math.min(bar.start, bar.end));
                const high = x(Math.max(bar.start, bar.end));
                const fill = bar.whole ? paint.accent : bar.end >= bar.start ? paint.good : paint.bad;
                return (
                  <g key={bar.label}>
                    <Label x={left} y={y} anchor="end" bold={bar.whole}>
                      {cutText(bar.label, left, 12)}
                    </Label>
                    <rect x={round(low)} y={y - 7} width={round(Math.max(high - low, 1.5))} height={14} fill={fill} />
                    {at < bars.length - 1 ? (
                      <Line
                        x1={x(bar.end)}
                        y1={y + 7}
                        x2={x(bar.end)}
                        y2={y + rowHeight - 7}
                        stroke={paint.line}
                        dash="2 2"
                      />
                    ) : null}
                    <Label x={high + 5} y={y} bold={bar.whole}>
                      {bar.words}
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
