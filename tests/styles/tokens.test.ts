import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("app/styles/tailwind.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two tokens in one theme, by WCAG 2.2. */
function contrast(a: string, b: string, theme: "light" | "dark"): number {
  const of = (name: string) => {
    const hex = tokens.get(name)?.[theme];
    if (hex === undefined) throw new Error(`no token ${name}`);
    return luminance(hex);
  };
  const [high = 0, low = 0] = [of(a), of(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["surface", "ground", "raised"];
const textPairs = [
  ...["ink", "ink-soft"].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...["accent", "bad", "warn", "good"].flatMap((text) =>
    ["surface", "ground"].map((ground) => [text, ground] as const),
  ),
  ["accent", "accent-soft"],
  ["ink", "accent-soft"],
  ["bad", "bad-soft"],
  ["warn", "warn-soft"],
  ["good", "good-soft"],
  ["ink", "bad-soft"],
  ["ink", "warn-soft"],
  ["ink", "good-soft"],
  ["accent", "warn-soft"],
  ["accent-ink", "accent"],
  ["surface", "automatable"],
  ["surface", "augmentable"],
] as const;

const markPairs = [
  ...["automatable", "augmentable", "human", "accent", "bad", "good", "line-strong"].map(
    (mark) => [mark, "surface"] as const,
  ),
  ["line-strong", "ground"],
  ["accent", "band"],
] as const;

for (const theme of ["light", "dark"] as const) {
  test.each(textPairs)(`${theme}: text %s on %s has a contrast of at least 4.5`, (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(markPairs)(`${theme}: mark %s on %s has a contrast of at least 3`, (mark, ground) => {
    expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3);
  });
}

test("every colour of a chart is a token of the theme", () => {
  const used = [...readFileSync("app/ui/charts/paint.ts", "utf8").matchAll(/var\(--([\w-]+)\)/g)].map(
    ([, name]) => name,
  );
  expect(used.filter((name) => name === undefined || !tokens.has(name))).toEqual([]);
});
