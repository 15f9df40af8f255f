import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import type { PageContext } from "#app/domain/visibility/checks/finding.ts";
import { inspectPage } from "#app/domain/visibility/inspect-page.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import type { CheckResult, PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";

export const asOf = "2026-11-22" as IsoDate;

type Parts = {
  url?: string;
  head?: string;
  body?: string;
  lang?: string;
  status?: number;
  headers?: Record<string, string>;
};

/** A page's HTML, whole and plain unless overridden. */
export function aPageHtml({
  head = "<title>Pallets</title>",
  body = "<h1>Pallets</h1><p>Text.</p>",
  lang = "en",
}: Parts = {}): string {
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body>${body}</body></html>`;
}

export function factsOf(parts: Parts = {}) {
  const { url = "https://www.example.com/guides/pallets", status = 200, headers = {} } = parts;
  return readPage({ url, html: aPageHtml(parts), status, headers }, visibilityChecks.entityRules);
}

/** The audit of a page with the real checks. */
export function anAuditOf(parts: Parts = {}, context: Partial<PageContext> = {}): PageAudit {
  const { url = "https://www.example.com/guides/pallets", status = 200, headers = {} } = parts;
  const page = { url, html: aPageHtml(parts), status, headers };
  return inspectPage({ page, context: { ...nothingMeasured(asOf), ...context }, pack: visibilityChecks }, null);
}

export function checkOf(audit: PageAudit, id: string): CheckResult {
  const check = audit.checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check;
}

/** Ordinary running text of about `words` words that repeats nothing much. */
export function someProse(words: number): string {
  const sentences = [
    "A driver who waits at the ramp loses the afternoon.",
    "Our desk in Hamburg answers before eight in the morning.",
    "Most papers are wrong in the same two places.",
    "Customers ask first for the price and later for the hour.",
    "Winter makes the hills slow and the harbour crowded.",
    "Nobody likes a form, yet everybody needs the stamp.",
    "We weigh each load twice because scales disagree.",
    "Rain delays nothing when the covers are tight.",
  ];
  let text = "";
  for (let at = 0; text.split(" ").length < words; at++) text += `${sentences[at % sentences.length]} `;
  return text;
}
