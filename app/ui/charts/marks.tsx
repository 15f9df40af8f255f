import type { ReactNode } from "react";
import { type Kind, paint } from "./paint.ts";
import { textWidth } from "./text-width.ts";

/** Sizes of chart text in the units of the drawing, which are pixels on the screen. */
export const labelSize = 12;
export const tickSize = 11;

type Anchor = "start" | "middle" | "end";

type LabelProps = {
  x: number;
  y: number;
  anchor?: Anchor;
  size?: number;
  fill?: string;
  bold?: boolean;
  /** Keeps the text readable where it crosses a line. */
  halo?: boolean;
  children: ReactNode;
};

const haloed = { stroke: paint.surface, strokeWidth: 3, strokeLinejoin: "round", paintOrder: "stroke" } as const;

/** Text whose `y` is its middle. The drawing itself says the usual size and colour, so that a text says only what differs. */
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
      {...(anchor === "start" ? {} : { textAnchor: anchor })}
      {...(size === labelSize ? {} : { fontSize: size })}
      {...(fill === paint.ink ? {} : { fill })}
      {...(bold ? { fontWeight: 600 } : {})}
      {...(halo ? haloed : {})}
    >
      {children}
    </text>
  );
}

/** Around many labels that cross lines. */
export function Halo({ anchor = "start", children }: { anchor?: Anchor; children: ReactNode }) {
  return (
    <g textAnchor={anchor} {...haloed}>
      {children}
    </g>
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

/** Around labels of an axis; what `TickText` inside inherits. */
export function Ticks({ anchor = "start", children }: { anchor?: Anchor; children: ReactNode }) {
  return (
    <g fontSize={tickSize} fill={paint.soft} textAnchor={anchor}>
      {children}
    </g>
  );
}

export function TickText({ x, y, children }: { x: number; y: number; children: ReactNode }) {
  return (
    <text x={round(x)} y={round(y + tickSize * 0.35)}>
      {children}
    </text>
  );
}

type LineProps = { x1: number; y1: number; x2: number; y2: number; stroke?: string; width?: number; dash?: string };

export function Line({ x1, y1, x2, y2, stroke = paint.grid, width = 1, dash }: LineProps) {
  return (
    <path
      d={segment(x1, y1, x2, y2)}
      stroke={stroke}
      {...(width === 1 ? {} : { strokeWidth: width })}
      {...(dash === undefined ? {} : { strokeDasharray: dash })}
    />
  );
}

/** Many lines of one look as one path: an element for each is what a page of charts spends its time on. */
export function Lines({ d, stroke = paint.grid, width = 1 }: { d: string; stroke?: string; width?: number }) {
  return d === "" ? null : <path d={d} stroke={stroke} fill="none" {...(width === 1 ? {} : { strokeWidth: width })} />;
}

export function segment(x1: number, y1: number, x2: number, y2: number): string {
  if (y1 === y2) return `M${round(x1)} ${round(y1)}H${round(x2)}`;
  if (x1 === x2) return `M${round(x1)} ${round(y1)}V${round(y2)}`;
  return `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
}

/** A box, with round corners where `r` is given, as part of a path. */
export function boxPath(x: number, y: number, width: number, height: number, r = 0): string {
  const [w, h] = [round(width), round(height)];
  if (r === 0) return `M${round(x)} ${round(y)}h${w}v${h}h${-w}z`;
  const c = Math.min(r, w / 2, h / 2);
  const corner = (dx: number, dy: number) => `a${round(c)} ${round(c)} 0 0 1 ${round(dx)} ${round(dy)}`;
  const [across, down] = [round(w - 2 * c), round(h - 2 * c)];
  return `M${round(x + c)} ${round(y)}h${across}${corner(c, c)}v${down}${corner(-c, c)}h${-across}${corner(-c, -c)}v${-down}${corner(c, -c)}z`;
}

type KindMarkProps = { kind: Kind; x: number; y: number; r: number };

/** A square for automatable, a disc for augmentable, a ring for human: told apart without colour. Stands in `KindMarks`. */
export function KindMark({ kind, x, y, r }: KindMarkProps) {
  const fill = paint[kind];
  if (kind === "automatable") {
    const side = r * 1.78;
    return <path d={boxPath(x - side / 2, y - side / 2, side, side, 1.5)} fill={fill} />;
  }
  if (kind === "augmentable") return <circle cx={round(x)} cy={round(y)} r={round(r)} fill={fill} />;
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

/** Around marks of kinds of work: what they have in common. */
export function KindMarks({ children }: { children: ReactNode }) {
  return (
    <g fillOpacity={0.85} stroke={paint.surface}>
      {children}
    </g>
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
