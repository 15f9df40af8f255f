import { expect, test } from "vitest";
import { auditOf, deviations, pageCorpus } from "#app/bench/page-corpus.ts";
import { checkOf } from "#tests/builders/visibility.ts";

/** Pages of megabytes are read by `npm run validate -- visibility`. */
const pages = pageCorpus().filter((page) => page.generate === undefined);
const audits = new Map(pages.map((page) => [page.name, auditOf(page)]));

test("the corpus has pages of every kind, three honest ones in each of the fifteen languages that are read", () => {
  expect(pages.length).toBeGreaterThanOrEqual(180);
  expect(new Set(pages.map((page) => page.name)).size).toBe(pages.length);
  for (const language of ["en", "de", "fr", "es", "it", "nl", "sv", "pl", "pt", "tr", "ru", "ja", "zh", "ko", "ar"]) {
    const own = pages.filter((page) => page.lang === language);
    expect(own.filter((page) => page.honest).length, language).toBeGreaterThanOrEqual(3);
    expect(own.filter((page) => page.kind === "hostile").length, language).toBeGreaterThanOrEqual(1);
    expect(own.filter((page) => page.stuffed === true).length, language).toBeGreaterThanOrEqual(1);
  }
  expect(pages.filter((page) => page.kind === "hostile").length).toBeGreaterThanOrEqual(80);
});

test.each(pages.map((page) => [page.name, page] as const))("%s yields the facts that it must", (name, page) => {
  const audit = audits.get(name);
  if (audit === undefined) throw new Error(name);
  expect(deviations(page, audit)).toEqual([]);
});

test("a page that yields something else is told", () => {
  const [page] = pages;
  const audit = audits.get(page?.name ?? "");
  if (page === undefined || audit === undefined) throw new Error("no page");
  const expected = { ...page.expect, title: "Another", types: [], outcomes: { freshness: "fail" as const } };
  expect(deviations({ ...page, expect: expected }, audit)).toHaveLength(3);
});

test("no honest page is called stuffed, and every stuffed one is", () => {
  const called = (wanted: (page: (typeof pages)[number]) => boolean) =>
    pages.filter(wanted).filter((page) => {
      const audit = audits.get(page.name);
      return audit !== undefined && checkOf(audit, "keyword-stuffing").outcome === "fail";
    });
  expect(called((page) => page.honest).map((page) => page.name)).toEqual([]);
  const stuffed = pages.filter((page) => page.stuffed === true);
  expect(called((page) => page.stuffed === true)).toHaveLength(stuffed.length);
});
