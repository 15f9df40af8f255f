import fc from "fast-check";
import { expect, test } from "vitest";
import { meet, placeLabels, spread } from "#app/ui/charts/place-labels.ts";

const bounds = { x: 0, y: 0, width: 480, height: 260 };
const anchor = fc.record({
  x: fc.double({ min: 20, max: 460, noNaN: true }),
  y: fc.double({ min: 20, max: 240, noNaN: true }),
  r: fc.double({ min: 2, max: 16, noNaN: true }),
  text: fc.string({ minLength: 1, maxLength: 24 }),
  width: fc.double({ min: 10, max: 150, noNaN: true }),
});

test("names never meet each other, a mark or the edge", () => {
  fc.assert(
    fc.property(fc.array(anchor, { maxLength: 45 }), (anchors) => {
      const placed = placeLabels(anchors, { bounds, height: 14, obstacles: [], most: 45 });
      for (const [at, { box }] of placed.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(480);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(260);
        for (const other of placed.slice(at + 1)) expect(meet(box, other.box, 0)).toBe(false);
        for (const { x, y, r } of anchors)
          expect(meet(box, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }, 0)).toBe(false);
      }
    }),
  );
});

test("a name keeps off whiskers while there is room elsewhere", () => {
  const whisker = { x: 0, y: 99, width: 480, height: 2 };
  const [placed] = placeLabels([{ x: 200, y: 100, r: 5, text: "Dispatch", width: 60 }], {
    bounds,
    height: 14,
    obstacles: [whisker],
    most: 1,
  });
  expect(placed && meet(placed.box, whisker, 0)).toBe(false);
});

test("no more names than asked for, the first first", () => {
  const anchors = [40, 200, 360].map((x) => ({ x, y: 100, r: 5, text: "a", width: 10 }));
  expect(placeLabels(anchors, { bounds, height: 14, obstacles: [], most: 2 }).map((placed) => placed.anchor)).toEqual([
    0, 1,
  ]);
});

test("spreading keeps the order, the gap and the room", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 400, noNaN: true }), { minLength: 1, maxLength: 12 }), (wanted) => {
      const out = spread(wanted, 15, 0, 300);
      const sorted = [...out].sort((a, b) => a - b);
      for (const [at, y] of sorted.entries()) {
        expect(y).toBeGreaterThanOrEqual(-1e-9);
        expect(y).toBeLessThanOrEqual(300 + 1e-9);
        if (at > 0) expect(y - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
      }
    }),
  );
});
