import type { CrawledPage } from "./crawled-page.ts";
import { added, type Draft, scriptOf } from "./draft-organization.ts";
import type { PageAudit } from "./visibility-audit.ts";
import { sentencesOf } from "./words.ts";

const longestDescription = 155;
const mostHeadings = 25;

/** The change of one page that would mend one check, as far as it can be written without asking. */
export function draftPageFix(check: string, page: CrawledPage): Draft[] {
  const { audit, lead = "" } = page;
  if (audit === null) return [];
  const own = audit.checks.find((each) => each.id === check);
  if (own === undefined || own.outcome === "pass" || own.outcome === "not-applicable") return [];
  const given: Draft[] = own.diff === null ? [] : [{ diff: own.diff, missing: [] }];
  if (check === "plumbing") return [...given, ...description(audit, lead), ...sitemapEntry(audit, own.evidence)];
  if (check === "identity") return [...given, ...authorBox(audit)];
  if (check === "structured-data") return [...given, ...article(audit)];
  if (check === "structure") return [...given, ...outline(audit)];
  if (check === "freshness") return [...given, ...dateLine(audit)];
  return given;
}

function description({ facts }: PageAudit, lead: string): Draft[] {
  if (facts.description !== null && facts.description.trim() !== "") return [];
  let text = "";
  for (const sentence of sentencesOf(lead)) {
    const longer = text === "" ? sentence : `${text} ${sentence}`;
    if (longer.length > longestDescription) break;
    text = longer;
  }
  if (text.length < 40) return [];
  return [{ diff: `+ <meta name="description" content="${escaped(text)}">`, missing: [] }];
}

function sitemapEntry({ url }: PageAudit, evidence: string): Draft[] {
  if (!/sitemap does not list/i.test(evidence)) return [];
  return [{ diff: `  sitemap.xml\n+ <url><loc>${escaped(url)}</loc></url>`, missing: [] }];
}

function authorBox({ facts, role }: PageAudit): Draft[] {
  if (role !== "article" || facts.author !== null) return [];
  const box = [
    '<p class="author">',
    '  By <a rel="author" href="[page about the author]">[name of the author]</a>,',
    "  [what the author knows this from]. Checked by [name], [date].",
    "</p>",
  ];
  const missing = ["who wrote it and what from", "a page about the author"];
  return [{ diff: added(box.join("\n")), missing }];
}

function article({ facts, role, url }: PageAudit): Draft[] {
  if (role !== "article" || facts.entities.some((entity) => /Article|Posting|Report/.test(entity.type))) return [];
  const entity = {
    "@context": "https://schema.org",
    "@type": "Article",
    headline: facts.headings.find(({ level }) => level === 1)?.text ?? facts.title,
    mainEntityOfPage: url,
    ...(facts.author === null ? {} : { author: { "@type": "Person", name: facts.author } }),
    ...(facts.published === null ? {} : { datePublished: facts.published }),
    ...(facts.modified === null ? {} : { dateModified: facts.modified }),
    publisher: { "@id": new URL("/#organization", url).href },
  };
  const missing = [
    ...(facts.author === null ? ["the author (author)"] : []),
    ...(facts.published === null ? ["the day it appeared (datePublished)"] : []),
  ];
  return [{ diff: added(scriptOf(entity)), missing }];
}

/** The headings with levels that follow each other: one of the first level, none skipped. */
function outline({ facts }: PageAudit): Draft[] {
  const { headings, title } = facts;
  const firsts = headings.filter(({ level }) => level === 1).length;
  const lines: string[] = [];
  if (firsts === 0 && title !== "") lines.push(`+ <h1>${escaped(title)}</h1>`);
  let before = firsts === 0 ? 1 : 0;
  let seen = firsts === 0;
  for (const { level, text } of headings.slice(0, mostHeadings)) {
    const wanted = level === 1 && seen ? 2 : Math.min(level, before + 1);
    if (level === 1) seen = true;
    const now = Math.max(1, wanted);
    before = now;
    if (text === "") lines.push(`- <h${level}></h${level}>`);
    else if (now === level) lines.push(`  <h${level}>${escaped(text)}</h${level}>`);
    else lines.push(`- <h${level}>${escaped(text)}</h${level}>`, `+ <h${now}>${escaped(text)}</h${now}>`);
  }
  return lines.some((line) => /^[+-]/.test(line)) ? [{ diff: lines.join("\n"), missing: [] }] : [];
}

function dateLine({ facts }: PageAudit): Draft[] {
  if (facts.dates.length > 0) return [];
  return [
    {
      diff: '+ <p>Last changed on <time datetime="[YYYY-MM-DD]">[day of the last real change]</time></p>',
      missing: ["the day on which its content really changed last"],
    },
  ];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
