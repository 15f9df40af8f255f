import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import type { PageContext } from "#app/domain/visibility/checks/finding.ts";
import { challengeIn } from "#app/domain/visibility/detect-challenge.ts";
import { inspectPage } from "#app/domain/visibility/inspect-page.ts";
import type { Outcome, PageAudit, PageRole } from "#app/domain/visibility/visibility-audit.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";

/** What a page must yield; what is left out is not looked at. */
export type ExpectedFacts = {
  readonly title?: string;
  readonly lang?: string;
  readonly language?: string;
  readonly canonical?: readonly string[];
  readonly robots?: readonly string[];
  readonly hreflang?: number;
  readonly headings?: number;
  readonly author?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly types?: readonly string[];
  /** How many errors, and how many statements that the page does not show, its entities have. */
  readonly errors?: number;
  readonly unseen?: number;
  readonly mainIncludes?: readonly string[];
  readonly mainExcludes?: readonly string[];
  readonly bodyIncludes?: readonly string[];
  readonly bodyExcludes?: readonly string[];
  readonly words?: readonly [number, number];
  readonly hidden?: readonly string[];
  readonly misplaced?: readonly string[];
  readonly statements?: number;
  readonly garbled?: boolean;
  readonly readability?: string;
  readonly role?: PageRole;
  /** Who stands between us and the page; null for the page itself. */
  readonly challenge?: string | null;
  /** Sentences that give a figure, those of them that name a source, and what somebody said. */
  readonly figures?: number;
  readonly sourced?: number;
  readonly quotes?: number;
  /** Engines whose gate for indexing or for text without scripts is closed. */
  readonly closed?: readonly string[];
  readonly outcomes?: Readonly<Record<string, Outcome>>;
};

export type CorpusPage = {
  readonly name: string;
  readonly kind: "prose" | "repetitive" | "structure" | "hostile";
  readonly lang: string;
  /** Written for people, without anything to find fault with as stuffing. */
  readonly honest: boolean;
  readonly stuffed?: boolean;
  readonly url: string;
  readonly html: string;
  /** A large page that is made when it is read. */
  readonly generate?: keyof typeof generators;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly context?: Partial<PageContext>;
  readonly expect: ExpectedFacts;
};

const generators = {
  nested: () => `<!doctype html>${"<div>".repeat(950_000)}deep${"</div>".repeat(950_000)}`,
  attributes: () => `<p ${Array.from({ length: 100_000 }, (_, at) => `data-${at}="x"`).join(" ")}>end</p>`,
  comments: () => `${"<!-- a comment that says nothing at all -->".repeat(50_000)}<p>end</p>`,
  "json-ld-deep": () =>
    `<script type="application/ld+json">${'{"@type":"Thing","about":'.repeat(2_000)}{}${"}".repeat(2_000)}</script><p>end</p>`,
};

/** The day on which the corpus is read. */
const asOf = "2026-11-28" as IsoDate;

export function pageCorpus(): readonly CorpusPage[] {
  const pages: readonly CorpusPage[] = JSON.parse(readFileSync("tests/cases/visibility/pages.json", "utf8"));
  return pages;
}

export function htmlOf(page: CorpusPage): string {
  return page.generate === undefined ? page.html : generators[page.generate]();
}

export function auditOf(page: CorpusPage): PageAudit {
  const input = { url: page.url, html: htmlOf(page), status: page.status ?? 200, headers: page.headers ?? {} };
  const context = { ...nothingMeasured(asOf), ...page.context };
  return inspectPage({ page: input, context, pack: visibilityChecks }, (text) => gzipSync(text).length);
}

/** What the audit says otherwise than expected, in words; empty when all is as it must be. */
export function deviations(page: CorpusPage, audit: PageAudit): string[] {
  const { expect } = page;
  const { facts } = audit;
  const counted = (id: string) =>
    audit.checks
      .find((each) => each.id === id)
      ?.evidence.match(/\d+/g)
      ?.map(Number) ?? [];
  const [figures = 0, sourced = 0] = counted("statistics");
  const seen: Readonly<Record<string, unknown>> = {
    title: facts.title,
    lang: facts.lang,
    language: facts.language,
    canonical: facts.canonical,
    robots: facts.robots.filter(({ name }) => name === "robots").map(({ content }) => content),
    hreflang: facts.hreflang.length,
    headings: facts.headings.length,
    author: facts.author,
    published: facts.published,
    modified: facts.modified,
    types: facts.entities.map(({ type }) => type),
    errors: facts.entities.flatMap(({ errors }) => errors).length,
    unseen: facts.entities.flatMap(({ unseen }) => unseen).length,
    hidden: facts.hidden.map(({ how }) => how),
    misplaced: facts.noSnippet.misplaced,
    garbled: facts.garbled >= 1,
    statements: audit.checks.find(({ id }) => id === "usage-statements")?.evidence.match(/Content-Usage|licence|noai/g)
      ?.length,
    readability: audit.checks.find(({ id }) => id === "readability")?.measures?.[0]?.name,
    role: audit.role,
    challenge: challengeIn({ status: page.status ?? 200, headers: page.headers ?? {}, body: htmlOf(page) }),
    figures,
    sourced,
    quotes: counted("quotations")[0] ?? 0,
    closed: audit.engines
      .filter(({ closedBy }) => closedBy.some((gate) => gate === "indexable" || gate === "text-without-script"))
      .map(({ engine }) => engine),
  };
  const wrong: string[] = [];
  for (const [name, wanted] of Object.entries(expect)) {
    if (!(name in seen)) continue;
    const [is, should] = [JSON.stringify(seen[name]), JSON.stringify(wanted)];
    if (is !== should) wrong.push(`${name} is ${is}, not ${should}`);
  }
  const texts = [
    ["mainIncludes", facts.main.text, true],
    ["mainExcludes", facts.main.text, false],
    ["bodyIncludes", facts.body.text, true],
    ["bodyExcludes", facts.body.text, false],
  ] as const;
  for (const [name, text, present] of texts) {
    for (const piece of expect[name] ?? []) if (text.includes(piece) !== present) wrong.push(`${name} "${piece}"`);
  }
  const [least, most] = expect.words ?? [0, Number.POSITIVE_INFINITY];
  if (facts.body.words < least || facts.body.words > most) wrong.push(`words are ${facts.body.words}`);
  for (const [id, outcome] of Object.entries(expect.outcomes ?? {})) {
    const check = audit.checks.find((each) => each.id === id);
    if (check?.outcome !== outcome) wrong.push(`${id} is ${check?.outcome}, not ${outcome}: ${check?.evidence}`);
  }
  return wrong;
}

/** How many facts a page is held to. */
export function factsExpected({ expect }: CorpusPage): number {
  const { outcomes, ...rest } = expect;
  return Object.keys(rest).length + Object.keys(outcomes ?? {}).length;
}
