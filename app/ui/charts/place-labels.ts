/** A box in the units of the drawing; `x` and `y` are its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Something round with a name. Earlier anchors are labelled first. */
export type Anchor = {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly text: string;
  readonly width: number;
};

/** Where a name stands; `leader` when it is far enough from its mark to need a line to it. */
export type Placed = { readonly anchor: number; readonly box: Box; readonly leader: boolean };

type Options = {
  readonly bounds: Box;
  readonly height: number;
  /** Marks that are not labelled, and whiskers: names keep off them as well. */
  readonly obstacles: readonly Box[];
  readonly most: number;
};

const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/**
 * Places names beside their marks so that no name meets another name, a mark or the edge, and none meets a whisker where that
 * can be had. Greedy in the order given, near places first. A name that finds no place is left out: the table has it.
 */
export function placeLabels(anchors: readonly Anchor[], options: Options): readonly Placed[] {
  const taken: Box[] = anchors.map(({ x, y, r }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
  const placed: Placed[] = [];
  for (const [at, anchor] of anchors.entries()) {
    if (placed.length >= options.most) break;
    const found = findPlace(anchor, taken, options);
    if (found === null) continue;
    placed.push({ anchor: at, ...found });
    taken.push(found.box);
  }
  return placed;
}

/** The nearest place that meets nothing, or else the nearest that meets only obstacles. */
function findPlace(anchor: Anchor, all: readonly Box[], options: Options): Omit<Placed, "anchor"> | null {
  const far = anchor.r + 38 + options.height;
  const reach = {
    x: anchor.x - far - anchor.width,
    y: anchor.y - far,
    width: 2 * (far + anchor.width),
    height: 2 * far,
  };
  const taken = all.filter((other) => meet(reach, other, 0));
  const obstacles = options.obstacles.filter((other) => meet(reach, other, 0));
  let second: Omit<Placed, "anchor"> | null = null;
  for (const [ring, gap] of gaps.entries()) {
    for (const direction of directions) {
      const box = beside(anchor, direction, gap, options.height);
      if (!inside(box, options.bounds) || meetsOne(box, taken, 1)) continue;
      const place = { box, leader: ring > 0 };
      if (!meetsOne(box, obstacles, 0)) return place;
      second ??= place;
    }
  }
  return second;
}

const gaps = [4, 13, 24, 36];

function beside({ x, y, r, width }: Anchor, [dx, dy]: (typeof directions)[number], gap: number, height: number): Box {
  const slant = dx !== 0 && dy !== 0 ? 0.75 : 1;
  const cx = x + dx * (r + gap) * slant;
  const cy = y + dy * (r + gap) * slant;
  const left = dx > 0 ? cx : dx < 0 ? cx - width : cx - width / 2;
  const top = dx !== 0 && dy === 0 ? cy - height / 2 : dy > 0 ? cy : dy < 0 ? cy - height : cy;
  return { x: left, y: top, width, height };
}

function meetsOne(box: Box, others: readonly Box[], gap: number): boolean {
  for (const other of others) if (meet(box, other, gap)) return true;
  return false;
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

/** Whether two boxes come nearer than `gap`. */
export function meet(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

/** Moves wanted heights apart until each is at least `gap` from the next, in place order, within `low..high` where it fits. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = wanted.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y);
  const out = order.map(({ y }) => Math.max(y, low));
  for (let at = 1; at < out.length; at++) out[at] = Math.max(out[at] ?? 0, (out[at - 1] ?? 0) + gap);
  for (let at = out.length - 1, top = high; at >= 0; at--) {
    out[at] = Math.min(out[at] ?? 0, top);
    top = (out[at] ?? 0) - gap;
  }
  const back = new Array<number>(wanted.length).fill(0);
  for (const [at, entry] of order.entries()) back[entry.at] = out[at] ?? 0;
  return back;
}
