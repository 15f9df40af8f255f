import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { wilson } from "#app/domain/visibility/rate.ts";
import type { Tally } from "#app/domain/visibility/visibility-validation.ts";
import type { Figure, FigureTable } from "./figures.ts";
import { measureVisibility, tally } from "./measure-visibility.ts";
import { recommendationCases, tellsRightly } from "./recommendation-cases.ts";
import { comparePeers } from "./visibility-peers.ts";

const measured = new Map<boolean, ReturnType<typeof measureVisibility>>();

function measuredOnce(large: boolean): ReturnType<typeof measureVisibility> {
  const found = measured.get(large) ?? measureVisibility(large);
  measured.set(large, found);
  return found;
}

function sum(tallies: readonly Tally[]): Tally {
  const add = (name: "of" | "right") => tallies.reduce((total, each) => total + each[name], 0);
  return { kind: "all", of: add("of"), right: add("right") };
}

function interval({ low, high }: Estimate): string {
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}

/** How many of all, with the 95 % Wilson interval of the share. */
export function counted(name: string, { of, right }: Tally, note?: string): Figure {
  return {
    name,
    value: `${right} of ${of}`,
    target: "all",
    basis: "measured",
    note: [`95 % ${interval(wilson(right, of))}`, ...(note === undefined ? [] : [note])].join(", "),
  };
}

/** Figures of the engines that read robots.txt, pages and answers; rates with their 95 % Wilson interval. */
export function readingFigures(): readonly Figure[] {
  const { robots, pages, stuffing, mentions, recommendations } = measuredOnce(true);
  const half = (part: string) => sum(recommendations.filter(({ kind }) => kind.startsWith(part)));
  const { honest, called, watched, stuffed, caught } = stuffing;
  return [
    counted(
      "robots verdicts derived from RFC 9309",
      sum(robots.sections),
      `${robots.differing} by Google's parser against the text`,
    ),
    counted("states of a robots.txt file, RFC 9309 2.3.1 and 2.5", robots.files),
    counted("facts of the corpus", sum(pages.kinds), `${pages.pages} pages in ${pages.languages} languages`),
    { ...counted("honest pages called stuffed", { kind: "", of: honest, right: called }), target: "0" },
    { ...counted("honest pages watched (costs nothing)", { kind: "", of: honest, right: watched }), target: "< .10" },
    counted("stuffed pages called stuffed", { kind: "", of: stuffed, right: caught }),
    counted("mentions counted rightly", sum(mentions)),
    counted("recommendations told rightly, answers held out", half("held-out")),
    counted("recommendations told rightly, answers tuned by", half("tuning")),
  ];
}

export async function readingTables(): Promise<readonly FigureTable[]> {
  const { robots, pages, mentions, recommendations } = measuredOnce(true);
  const cases = recommendationCases();
  const table = (title: string, kind: string, tallies: readonly Tally[]): FigureTable => ({
    title,
    head: [kind, "right", "of", "95 % Wilson"],
    rows: tallies.map((each) => [each.kind, `${each.right}`, `${each.of}`, interval(wilson(each.right, each.of))]),
  });
  return [
    table("Robots verdicts", "section", robots.sections),
    table("Facts of pages", "kind", pages.kinds),
    table("Mentions", "kind", mentions),
    table("Recommendations", "half", recommendations),
    table(
      "Recommendations by what the answer is made of",
      "kind",
      tally(cases, ({ kind }) => kind, tellsRightly),
    ),
    table(
      "Recommendations by language",
      "language",
      tally(cases, ({ language }) => language, tellsRightly),
    ),
    table("Beside others", "what", await comparePeers()),
  ];
}
