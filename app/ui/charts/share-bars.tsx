import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { chartText } from "#app/strings/en/charts.ts";
import { intervalText } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { boxPath, Label, segment, Ticks, TickText, tickSize } from "./marks.tsx";
import { type Kind, kinds, paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

/** Shares 0..1 that add up to 1; `exposed` is the interval of the first two together. */
export type ShareRow = { readonly label: string; readonly href?: string; readonly exposed?: Estimate } & Readonly<
  Record<Kind, number>
>;

type ShareBarsProps = ChartProps & { rows: readonly ShareRow[]; wide?: number };

const rowHeight = 26;
const barHeight = 16;

/** Stacked shares of working hours: automatable solid, augmentable hatched, human outlined. */
export function ShareBars({ rows, wide, ...names }: ShareBarsProps) {
  const t = useText(chartText);
  const f = useFormat();
  const withIntervals = rows.some(({ exposed }) => exposed !== undefined);
  const table = {
    head: [t("role"), ...kinds.map((kind) => t(kind)), ...(withIntervals ? [t("interval")] : [])],
    rows: rows.map((row) => ({
      ...(row.href === undefined ? {} : { href: row.href }),
      cells: [
        row.label,
        ...kinds.map((kind) => f.share(row[kind])),
        ...(withIntervals ? [row.exposed === undefined ? "" : (intervalText(f, row.exposed, "share") ?? "")] : []),
      ],
    })),
  };
  return (
    <ChartFrame
      {...names}
      table={table}
      {...(wide === undefined ? {} : { wide })}
      draw={({ width, id }) => {
        const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label, 12)));
        const left = Math.min(longest + 8, width * 0.42);
        const span = width - left - 4;
        const top = (at: number) => 24 + at * rowHeight;
        const parts = rows.flatMap((row, at) => {
          let from = left + 4;
          return kinds.map((kind) => {
            const x = from;
            const width = row[kind] * span;
            from += width;
            return { kind, x, y: top(at), width, words: f.share(row[kind]) };
          });
        });
        return {
          height: 24 + rows.length * rowHeight,
          body: (
            <>
              <defs>
                <pattern
                  id={`${id}-hatch`}
                  width={5}
                  height={5}
                  patternUnits="userSpaceOnUse"
                  patternTransform="rotate(45)"
                >
                  <rect width={5} height={5} fill={paint.augmentable} />
                  <rect width={1} height={5} fill={paint.surface} fillOpacity={0.45} />
                </pattern>
              </defs>
              <Swatches id={id} left={left} />
              <g textAnchor="end">
                {rows.map(({ label }, at) => (
                  <Label key={label} x={left} y={top(at) + barHeight / 2}>
                    {cutText(label, left, 12)}
                  </Label>
                ))}
              </g>
              {kinds.map((kind) => (
                <Parts key={kind} id={id} kind={kind} parts={parts.filter((part) => part.kind === kind)} />
              ))}
              <path
                d={rows
                  .map(({ exposed }, at) =>
                    exposed === undefined ? "" : whisker(exposed, left + 4, span, top(at) + barHeight + 2),
                  )
                  .join("")}
                fill="none"
                stroke={paint.ink}
                strokeWidth={1.5}
              />
            </>
          ),
        };
      }}
    />
  );
}

/** The interval under its bar, with ends that can be told from the line. */
function whisker({ low, high }: Estimate, from: number, span: number, y: number): string {
  const [start, end] = [from + low * span, from + high * span];
  return segment(start, y, end, y) + segment(start, y - 2, start, y + 2) + segment(end, y - 2, end, y + 2);
}

type Part = {
  readonly kind: Kind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly words: string;
};

/** The parts of one kind in all rows, with their shares where there is room. */
function Parts({ id, kind, parts }: { id: string; kind: Kind; parts: readonly Part[] }) {
  const named = parts.filter(({ width, words }) => width > textWidth(words, tickSize) + 8);
  return (
    <>
      <path
        d={parts
          .map(({ x, y, width }) => (width <= 0 ? "" : boxPath(x, y, Math.max(width - 1, 0.5), barHeight)))
          .join("")}
        {...look(kind, id)}
      />
      {kind !== "augmentable" ? null : (
        <path
          d={named
            .map(({ x, y, width, words }) => {
              const wide = textWidth(words, tickSize) + 4;
              return boxPath(x + width / 2 - wide / 2, y + barHeight / 2 - 7, wide, 14, 2);
            })
            .join("")}
          fill={paint.augmentable}
        />
      )}
      <g textAnchor="middle" fontSize={tickSize} fill={kind === "human" ? paint.ink : paint.surface}>
        {named.map(({ x, y, width, words }) => (
          <TickText key={y} x={x + width / 2} y={y + barHeight / 2}>
            {words}
          </TickText>
        ))}
      </g>
    </>
  );
}

function look(kind: Kind, id: string) {
  if (kind === "augmentable") return { fill: `url(#${id}-hatch)` };
  return kind === "human" ? { fill: paint.raised, stroke: paint.human } : { fill: paint.automatable };
}

function Swatches({ id, left }: { id: string; left: number }) {
  const t = useText(chartText);
  const words = kinds.map((kind) => t(kind));
  const wide = (till: number) => words.slice(0, till).reduce((sum, word) => sum + textWidth(word, tickSize) + 28, 0);
  const start = left + wide(words.length) > 330 ? 0 : left + 4;
  return (
    <>
      {kinds.map((kind, at) => (
        <path key={kind} d={boxPath(start + wide(at), 2, 12, 11)} {...look(kind, id)} />
      ))}
      <Ticks>
        {kinds.map((kind, at) => (
          <TickText key={kind} x={start + wide(at) + 16} y={8}>
            {words[at] ?? kind}
          </TickText>
        ))}
      </Ticks>
    </>
  );
}
