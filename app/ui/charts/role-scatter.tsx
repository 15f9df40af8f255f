import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linearScale, niceTicks } from "./linear-scale.ts";
import { Halo, KindMark, KindMarks, Label, Lines, labelSize, segment, Ticks, TickText, tickSize } from "./marks.tsx";
import { type Kind, kinds, paint } from "./paint.ts";
import { type Anchor, type Placed, placeLabels } from "./place-labels.ts";
import { textWidth } from "./text-width.ts";

/** One role: exposed share of hours 0..1, the other axis (payroll or hours a year), heads, and what most of its work is. */
export type RolePoint = {
  readonly label: string;
  readonly x: Estimate;
  readonly y: number;
  readonly size: number;
  readonly kind: Kind;
  readonly href?: string;
};

type RoleScatterProps = ChartProps & {
  points: readonly RolePoint[];
  yLabel: string;
  formatY: (value: number) => string;
  /** Most names in the wide drawing; the narrow one has half. */
  names?: number;
  wide?: number;
};

const kindKeys = { automatable: "mostlyAutomatable", augmentable: "mostlyAugmentable", human: "mostlyHuman" } as const;

/** Exposure against payroll, with whiskers; area shows heads. Names go to the roles where most is at stake. */
export function RoleScatter({ points, yLabel, formatY, names = 14, wide, ...chart }: RoleScatterProps) {
  const t = useText(chartText);
  const f = useFormat();
  const ranked = [...points].sort((a, b) => stake(b) - stake(a) || a.label.localeCompare(b.label, "en"));
  const table = {
    head: [t("role"), t("share"), t("interval"), yLabel, t("headsColumn"), t("mostly")],
    rows: ranked.map((point) => ({
      ...(point.href === undefined ? {} : { href: point.href }),
      cells: [
        point.label,
        f.share(point.x.value),
        intervalText(f, point.x, "share") ?? "",
        formatY(point.y),
        f.number(point.size),
        t(point.kind),
      ],
    })),
  };
  const highest = Math.max(...points.map(({ y }) => y), 0);
  const most = Math.max(...points.map(({ size }) => size), 1);
  const yTicks = niceTicks(0, highest === 0 ? 1 : highest, 4);
  const top = yTicks.at(-1) ?? 1;
  return (
    <ChartFrame
      {...chart}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width, narrow }) => {
        const height = narrow ? 300 : Math.max(280, width * 0.5);
        const left = Math.max(...yTicks.map((tick) => textWidth(formatY(tick), tickSize))) + 8;
        const x = linearScale([0, 1], [left + 8, width - 14]);
        const y = linearScale([0, top], [height, 26]);
        const radius = (size: number) => 3.5 + Math.sqrt(size / most) * (narrow ? 8 : 11);
        const marks = ranked.map((point) => ({
          x: x(point.x.value),
          y: y(point.y),
          r: radius(point.size),
          text: point.label,
          width: textWidth(point.label, labelSize),
        }));
        const whiskers = ranked.map((point) => ({
          x: x(point.x.low),
          y: y(point.y) - 1,
          width: x(point.x.high) - x(point.x.low),
          height: 2,
        }));
        const placed = placeLabels(marks, {
          bounds: { x: left + 2, y: 20, width: width - left - 2, height: height - 20 },
          height: labelSize + 2,
          obstacles: whiskers,
          most: narrow ? Math.ceil(names / 2) : names,
        });
        const missing = points.length - placed.length;
        return {
          height: height + (missing > 0 ? 76 : 58),
          body: (
            <>
              <Label x={0} y={8} size={tickSize} fill={paint.soft}>
                {yLabel}
              </Label>
              <Lines d={yTicks.map((tick) => segment(left, y(tick), width, y(tick))).join("")} />
              <Ticks anchor="end">
                {yTicks.map((tick) => (
                  <TickText key={tick} x={left - 4} y={y(tick)}>
                    {formatY(tick)}
                  </TickText>
                ))}
                <TickText x={x(1)} y={height + 13}>
                  {f.share(1)}
                </TickText>
              </Ticks>
              <Ticks anchor="middle">
                {[0, 0.25, 0.5, 0.75].map((tick) => (
                  <TickText key={tick} x={x(tick)} y={height + 13}>
                    {f.share(tick)}
                  </TickText>
                ))}
                <TickText x={x(0.5)} y={height + 29}>
                  {t("share")}
                </TickText>
              </Ticks>
              <Lines
                d={ranked.map((point) => segment(x(point.x.low), y(point.y), x(point.x.high), y(point.y))).join("")}
                stroke={paint.line}
              />
              <KindMarks>
                {[...marks.entries()]
                  .sort(([, a], [, b]) => b.r - a.r)
                  .map(([at, mark]) => (
                    <KindMark key={mark.text} kind={ranked[at]?.kind ?? "human"} x={mark.x} y={mark.y} r={mark.r} />
                  ))}
              </KindMarks>
              <Lines
                d={placed.map((one) => leaderOf(one, marks[one.anchor])).join("")}
                stroke={paint.line}
                width={0.8}
              />
              <Halo>
                {placed.map(({ anchor, box }) => (
                  <Label key={anchor} x={box.x} y={box.y + box.height / 2}>
                    {marks[anchor]?.text}
                  </Label>
                ))}
              </Halo>
              <Legend y={height + 48} narrow={narrow} />
              {missing > 0 ? (
                <Label x={0} y={height + 67} size={tickSize} fill={paint.soft}>
                  {t("unlabelled", { count: missing })}
                </Label>
              ) : null}
            </>
          ),
        };
      }}
    />
  );
}

/** The line from the edge of a mark to its name, for names that stand away from it. */
function leaderOf({ box, leader }: Placed, mark: Anchor | undefined): string {
  if (!leader || mark === undefined) return "";
  const middle = box.y + box.height / 2;
  const edge = box.x > mark.x ? box.x - 1 : box.x + box.width < mark.x ? box.x + box.width + 1 : mark.x;
  const away = Math.hypot(edge - mark.x, middle - mark.y) || 1;
  const [x, y] = [mark.x + ((edge - mark.x) / away) * mark.r, mark.y + ((middle - mark.y) / away) * mark.r];
  return segment(x, y, edge, edge === mark.x ? (middle < mark.y ? box.y + box.height : box.y) : middle);
}

/** What makes a role worth naming: its size on the other axis, and more so when it is exposed. */
function stake({ x, y }: RolePoint): number {
  return y * (0.3 + x.value);
}

function Legend({ y, narrow }: { y: number; narrow: boolean }) {
  const t = useText(chartText);
  const words = kinds.map((kind) => t(narrow ? kind : kindKeys[kind]));
  const start = (at: number) => words.slice(0, at).reduce((sum, word) => sum + textWidth(word, tickSize) + 26, 0);
  return (
    <>
      <KindMarks>
        {kinds.map((kind, at) => (
          <KindMark key={kind} kind={kind} x={start(at) + 6} y={y} r={5} />
        ))}
      </KindMarks>
      <Ticks>
        {kinds.map((kind, at) => (
          <TickText key={kind} x={start(at) + 15} y={y}>
            {words[at] ?? kind}
          </TickText>
        ))}
      </Ticks>
    </>
  );
}
