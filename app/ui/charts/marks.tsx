import type { ReactNode } from "react";
import { type Kind, paint } from "./paint.ts";
import { textWidth } from "./text-width.ts";

/** Sizes of chart text in the units of the drawing, which are pixels on the screen. */
export const labelSize = 12;
export const tickSize = 11;

type LabelProps = {
  x: number;
  y: number;
  anchor?: "start" | "middle" | "end";
  size?: number;
  fill?: string;
  bold?: boolean;
  /** Keeps the text readable where it crosses a line. */
  halo?: boolean;
  children: ReactNode;
};

/** Text whose `y` is its middle. */
export function Label({
  x,
  y,
  anchor = "start",
  size = labelSize,
  fill = paint.ink,
  bold = false,
  halo = false,
  children,
}: LabelProps) {
  return (
    <text
      x={round(x)}
      y={round(y + size * 0.35)}
      textAnchor={anchor}
      fontSize={size}
      fill={fill}
      {...(bold ? { fontWeight: 600 } : {})}
      {...(halo ? { stroke: paint.surface, strokeWidth: 3, strokeLinejoin: "round", paintOrder: "stroke" } : {})}
    >
      {children}
    </text>
  );
}

type TickLabelProps = { x: number; y: number; width: number; children: string };

/** A quiet label centred on a tick, moved in where it would cross the edge of a drawing `width` wide. */
export function TickLabel({ x, y, width, children }: TickLabelProps) {
  const half = textWidth(children, tickSize) / 2;
  return (
    <Label x={Math.min(Math.max(x, half), width - half)} y={y} anchor="middle" size={tickSize} fill={paint.soft}>
      {children}
    </Label>
  );
}

type LineProps = { x1: number; y1: number; x2: number; y2: number; stroke?: string; width?: number; dash?: string };

export function Line({ x1, y1, x2, y2, stroke = paint.grid, width = 1, dash }: LineProps) {
  return (
    <line
      x1={round(x1)}
      y1={round(y1)}
      x2={round(x2)}
      y2={round(y2)}
      stroke={stroke}
      strokeWidth={width}
      {...(dash === undefined ? {} : { strokeDasharray: dash })}
    />
  );
}

type KindMarkProps = { kind: Kind; x: number; y: number; r: number };

/** A square for automatable, a disc for augmentable, a ring for human: told apart without colour. */
export function KindMark({ kind, x, y, r }: KindMarkProps) {
  const fill = paint[kind];
  if (kind === "automatable") {
    const side = r * 1.78;
    return (
      <rect
        x={round(x - side / 2)}
        y={round(y - side / 2)}
        width={round(side)}
        height={round(side)}
        rx={1.5}
        fill={fill}
        fillOpacity={0.85}
        stroke={paint.surface}
      />
    );
  }
  if (kind === "augmentable")
    return <circle cx={round(x)} cy={round(y)} r={round(r)} fill={fill} fillOpacity={0.85} stroke={paint.surface} />;
  return (
    <circle
      cx={round(x)}
      cy={round(y)}
      r={round(Math.max(r - 1, 1.5))}
      fill={fill}
      fillOpacity={0.25}
      stroke={fill}
      strokeWidth={2}
    />
  );
}

/** A path through points, with the closing part of a band when `back` is given. */
export function pathThrough(
  points: readonly (readonly [number, number])[],
  back: readonly (readonly [number, number])[] = [],
): string {
  const to = ([x, y]: readonly [number, number]) => `${round(x)} ${round(y)}`;
  if (points.length === 0) return "";
  const close = back.length === 0 ? "" : `L${[...back].reverse().map(to).join("L")}Z`;
  return `M${points.map(to).join("L")}${close}`;
}

/** A tenth of a pixel is as fine as anyone sees, and keeps pages small. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The head of lines that say what follows what; lines name it by `url(#id)`. */
export function ArrowHead({ id, size }: { id: string; size: number }) {
  return (
    <defs>
      <marker id={id} viewBox="0 0 6 6" refX={5.5} refY={3} markerWidth={size} markerHeight={size} orient="auto">
        <path d="M0 0L6 3L0 6z" fill={paint.line} />
      </marker>
    </defs>
  );
}
