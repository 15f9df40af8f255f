import { demonstrationPages } from "#app/demonstration/site/site.ts";
import type { Tally, VisibilityValidation } from "#app/domain/visibility/visibility-validation.ts";
import { findsRightly, mentionVectors } from "./mention-vectors.ts";
import { auditOf, type CorpusPage, deviations, factsExpected, pageCorpus } from "./page-corpus.ts";
import { recommendationCases, tellsRightly } from "./recommendation-cases.ts";
import { decidesRightly, readsRightly, robotsVectors } from "./robots-vectors.ts";

/** Pages of the demonstration in which stuffing is planted. */
const planted = new Set(["/services/cold-chain"]);

export function tally<Item>(
  items: readonly Item[],
  kindOf: (item: Item) => string,
  isRight: (item: Item) => boolean,
): readonly Tally[] {
  const kinds = [...new Set(items.map(kindOf))];
  return kinds.map((kind) => {
    const own = items.filter((item) => kindOf(item) === kind);
    return { kind, of: own.length, right: own.filter(isRight).length };
  });
}

/** The engines against vectors and pages of our own, the pages of megabytes only where `large`. */
export function measureVisibility(large: boolean): Omit<VisibilityValidation, "builtOn" | "real" | "peers" | "speeds"> {
  const { verdicts, files } = robotsVectors();
  const corpus = pageCorpus().filter((page) => large || page.generate === undefined);
  const read = corpus.map((page) => ({ page, audit: auditOf(page) }));
  const kinds = [...new Set(corpus.map(({ kind }) => kind))].map((kind): Tally => {
    const own = read.filter(({ page }) => page.kind === kind);
    const of = own.reduce((sum, { page }) => sum + factsExpected(page), 0);
    return { kind, of, right: of - own.reduce((sum, { page, audit }) => sum + deviations(page, audit).length, 0) };
  });
  const ordinary = demonstrationPages
    .filter(({ path, html }) => !planted.has(path) && html.includes("<html"))
    .map(({ path, html }): CorpusPage => {
      const url = `https://www.kestrelfreight.example${path}`;
      return { name: path, kind: "prose", lang: "en", honest: true, url, html, expect: {} };
    });
  const outcomes = (pages: readonly { audit: ReturnType<typeof auditOf> }[]) =>
    pages
      .map(({ audit }) => audit.checks.find(({ id }) => id === "keyword-stuffing"))
      .filter((check) => check?.measured === true)
      .map((check) => check?.outcome);
  const honest = outcomes([
    ...read.filter(({ page }) => page.honest),
    ...ordinary.map((page) => ({ audit: auditOf(page) })),
  ]);
  const stuffed = outcomes(read.filter(({ page }) => page.stuffed === true));
  return {
    robots: {
      sections: tally(verdicts, ({ section }) => section, decidesRightly),
      differing: verdicts.filter(({ parser }) => parser === true).length,
      files: { kind: "2.3.1", of: files.length, right: files.filter(readsRightly).length },
    },
    pages: { pages: corpus.length, languages: new Set(corpus.map(({ lang }) => lang)).size, kinds },
    stuffing: {
      honest: honest.length,
      watched: honest.filter((outcome) => outcome === "warn").length,
      called: honest.filter((outcome) => outcome === "fail").length,
      stuffed: stuffed.length,
      caught: stuffed.filter((outcome) => outcome === "fail").length,
    },
    mentions: tally(mentionVectors(), ({ kind }) => kind, findsRightly),
    recommendations: tally(
      recommendationCases(),
      ({ part, recommended }) => `${part}, ${recommended ? "recommends" : "does not"}`,
      tellsRightly,
    ),
  };
}
