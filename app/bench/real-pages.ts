import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { decodeText } from "#app/adapters/site/decode-body.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { inspectPage } from "#app/domain/visibility/inspect-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { RealPages } from "#app/domain/visibility/visibility-validation.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { sameHeads } from "./head-facts.ts";

const mostAudited = 3_000;
const mostCompared = 600;
const mostBytes = 1_500_000;

/** Audits up to 3,000 pages of a folder, spread over it. None of them is kept. */
export async function measureRealPages(folder: string): Promise<RealPages> {
  const files = spread(pagesBelow(folder), mostAudited);
  const { JSDOM, VirtualConsole } = await import("jsdom");
  const compared = new Set(spread(files, mostCompared));
  const context = nothingMeasured(isoDateOf(new Date()));
  const languages = new Set<string>();
  const stuffing: string[] = [];
  let [looked, same] = [0, 0];
  for (const file of files) {
    const url = `https://www.manuals.example/${encodeURI(file)}`;
    const html = decodeText(readFileSync(join(folder, file)), "text/html");
    if (html.length > mostBytes) continue;
    const audit = inspectPage(
      { page: { url, html }, context, pack: visibilityChecks },
      (text) => gzipSync(text).length,
    );
    if (audit.facts.language !== null) languages.add(audit.facts.language);
    const outcome = stuffingOf(audit);
    if (outcome !== null) stuffing.push(outcome);
    if (!compared.has(file)) continue;
    looked += 1;
    const { window } = new JSDOM(html, { url, virtualConsole: new VirtualConsole() });
    if (sameHeads(audit.facts, window.document)) same += 1;
    window.close();
  }
  const count = (outcome: string) => stuffing.filter((each) => each === outcome).length;
  return {
    pages: files.length,
    languages: languages.size,
    compared: looked,
    same,
    judged: stuffing.length,
    watched: count("warn"),
    called: count("fail"),
  };
}

function stuffingOf({ checks }: PageAudit): string | null {
  const check = checks.find(({ id }) => id === "keyword-stuffing");
  return check?.measured === true ? check.outcome : null;
}

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.x?html?$/i.test(path))
    .sort();
}

/** At most `most` items, evenly from the whole list. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, at) => items[Math.floor(at * step)]).filter(
    (item) => item !== undefined,
  );
}
