import { chartText } from "#app/strings/en/charts.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { Label, round, tickSize } from "./marks.tsx";
import { type Kind, kinds, paint } from "./paint.ts";
import { cutText, textWidth } from "./text-width.ts";

/** Shares 0..1 that add up to 1. */
export type ShareRow = { readonly label: string; readonly href?: string } & Readonly<Record<Kind, number>>;

type ShareBarsProps = ChartProps & { rows: readonly ShareRow[]; wide?: number };

const rowHeight = 26;
const barHeight = 16;

/** Stacked shares of working hours: automatable solid, augmentable hatched, human outlined. */
export function ShareBars({ rows, wide, ...names }: ShareBarsProps) {
  const t = useText(chartText);
  const f = useFormat();
  const table = {
    head: [t("role"), ...kinds.map((kind) => t(kind))],
    rows: rows.map((row) => ({
      ...(row.href === undefined ? {} : { href: row.href }),
      cells: [row.label, ...kinds.map((kind) => f.share(row[kind]))],
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
              <SwatchRow id={id} left={left} />
              {rows.map((row, at) => {
                const y = 24 + at * rowHeight;
                let from = left + 4;
                return (
                  <g key={row.label}>
                    <Label x={left} y={y + barHeight / 2} anchor="end">
                      {cutText(row.label, left, 12)}
                    </Label>
                    {kinds.map((kind) => {
                      const start = from;
                      const wide = row[kind] * span;
                      from += wide;
                      const words = f.share(row[kind]);
                      return (
                        <g key={kind}>
                          <Part id={id} kind={kind} x={start} y={y} width={wide} />
                          {wide > textWidth(words, tickSize) + 8 ? (
                            <PartLabel kind={kind} x={start + wide / 2} y={y + barHeight / 2} words={words} />
                          ) : null}
                        </g>
                      );
                    })}
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

function Part({
  id,
  kind,
  x,
  y,
  width,
  height = barHeight,
}: {
  id: string;
  kind: Kind;
  x: number;
  y: number;
  width: number;
  height?: number;
}) {
  if (width <= 0) return null;
  const fill = kind === "augmentable" ? `url(#${id}-hatch)` : kind === "human" ? paint.raised : paint.automatable;
  return (
    <rect
      x={round(x)}
      y={y}
      width={round(Math.max(width - 1, 0.5))}
      height={height}
      fill={fill}
      {...(kind === "human" ? { stroke: paint.human } : {})}
    />
  );
}

function PartLabel({ kind, x, y, words }: { kind: Kind; x: number; y: number; words: string }) {
  if (kind !== "augmentable") {
    return (
      <Label x={x} y={y} anchor="middle" size={tickSize} fill={kind === "human" ? paint.ink : paint.surface}>
        {words}
      </Label>
    );
  }
  const wide = textWidth(words, tickSize) + 4;
  return (
    <>
      <rect x={round(x - wide / 2)} y={y - 7} width={round(wide)} height={14} rx={2} fill={paint.augmentable} />
      <Label x={x} y={y} anchor="middle" size={tickSize} fill={paint.surface}>
        {words}
      </Label>
    </>
  );
}

function SwatchRow({ id, left }: { id: string; left: number }) {
  const t = useText(chartText);
  const words = kinds.map((kind) => t(kind));
  const total = words.reduce((sum, word) => sum + textWidth(word, tickSize) + 28, 0);
  const start = left + total > 330 ? 0 : left + 4;
  return (
    <>
      {kinds.map((kind, at) => {
        const x = start + words.slice(0, at).reduce((sum, word) => sum + textWidth(word, tickSize) + 28, 0);
        return (
          <g key={kind}>
            <Part id={id} kind={kind} x={x} y={2} width={13} height={11} />
            <Label x={x + 16} y={8} size={tickSize} fill={paint.soft}>
              {words[at] ?? kind}
            </Label>
          </g>
        );
      })}
    </>
  );
}
