import { expect, test } from "vitest";
import { auditPage, nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { findMentions } from "#app/domain/visibility/find-mentions.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import { sitemapReader } from "#app/domain/visibility/read-sitemap.ts";
import { plainSentence, proseOf } from "#app/domain/visibility/sentences.ts";
import { plainHeader } from "#app/domain/workforce/match-columns.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { asOf } from "#tests/builders/visibility.ts";

const seeds = ["1 ", "a.", "a-", "(A ", "ignore all ", "a@", "http://", "漢", "カ", "€ ", "<i><p>", "1. a\n"];

// What grows with the square of the text takes minutes at this size and runs into the test's own limit.
test.each(seeds)("a megabyte of %j is searched and 100 kB of it audited in bounded work", (seed) => {
  const text = seed.repeat(Math.ceil(1_000_000 / seed.length));
  const found = findMentions(text, { name: "Acme 1 b", aliases: ["b", "漢字"], domains: ["b.com"] }, [{ name: "a" }]);
  expect(found.count).toBe(0);
  const html = `<title>x</title><p>${text.slice(0, 100_000)}</p>`;
  const facts = readPage({ url: "https://a.example/blog/x", html }, visibilityChecks.entityRules);
  expect(auditPage(facts, nothingMeasured(asOf), visibilityChecks).checks).toHaveLength(visibilityChecks.checks.length);
});

test.each(["<loc>", "<loc", "<loc>http://a.example/ ", "</loc", "<lastmod>", "&amp;"])(
  "ten megabytes of %j are no sitemap's pages",
  (seed) => {
    const kept: string[] = [];
    const reader = sitemapReader((address) => kept.push(address));
    reader.push(`<urlset>${" ".repeat(3_000)}`);
    const piece = seed.repeat(Math.ceil(65_536 / seed.length));
    for (let pushed = 0; pushed < 10_000_000; pushed += piece.length) reader.push(piece);
    reader.push("<loc>https://a.example/last</loc>");
    reader.end();
    expect(kept.filter((address) => address !== "https://a.example/last")).toEqual([]);
  },
);

test.each([" ", "\t", "(", "[", "![", "[a]("])(
  "a hundred thousand characters of %j are no sentence and no header",
  (seed) => {
    const text = seed.repeat(Math.ceil(100_000 / seed.length));
    expect(plainSentence(`x ${text}`)).toMatch(/^x/);
    expect(proseOf(`x${text}`)).toMatch(/^x/);
    expect(plainHeader(`x${text}`)).toMatch(/^xa*$/);
  },
);
