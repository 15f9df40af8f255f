import { expect, test } from "vitest";
import { Figure, FigureCard } from "#app/ui/figures/figure.tsx";
import { render, textIn } from "#tests/ui/render.tsx";

const of = async (element: Parameters<typeof render>[0]) => textIn(await render(element));

test("a figure shows its interval and unit", async () => {
  expect(await of(<Figure estimate={{ value: 43.2, low: 38.1, high: 47.9 }} unit="points" />)).toBe(
    "43 38 – 48 of 100",
  );
  expect(await of(<Figure estimate={{ value: 0.31, low: 0.27, high: 0.36 }} unit="share" />)).toBe("31% 27 – 36%");
  expect(
    await of(<Figure estimate={{ value: 2_430_000, low: 2_100_000, high: 2_700_000 }} unit={{ currency: "EUR" }} />),
  ).toBe("€2.4 m €2.1 m – €2.7 m");
});

test("an exact figure shows no interval", async () => {
  expect(await of(<Figure estimate={{ value: 42, low: 42, high: 42 }} unit="count" />)).toBe("42");
});

test("what is not measured is a word, never 0 or a dash", async () => {
  expect(await of(<Figure estimate={null} unit="points" />)).toBe("not measured");
  expect(await of(<FigureCard label="Visibility" estimate={null} absent="not-assessable" unit="points" />)).toBe(
    "Visibility not assessable",
  );
});

test("the way to why names what it explains", async () => {
  expect(await of(<FigureCard label="Readiness" estimate={null} unit="points" why="readiness" />)).toContain(
    "Why : Readiness",
  );
});
