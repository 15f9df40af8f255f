import { getDomain } from "tldts";
import type { PageFacts } from "../page-facts.ts";
import { plainText } from "../phrases/by-language.ts";
import { namesOrigin } from "../phrases/origins.ts";
import { quotationsIn } from "../phrases/quotations.ts";
import { givesFigure } from "../phrases/units.ts";
import { sentencesOf } from "../words.ts";
import { type CheckInput, type Finding, found, informs, notApplicable } from "./finding.ts";

const social =
  /(?:^|\.)(?:facebook|twitter|x|linkedin|instagram|youtube|youtu|tiktok|pinterest|whatsapp|t|xing|threads|bsky)\.(?:com|be|me|net|app)$/i;
const tooShort = "The page is too short or of a kind that is not cited for evidence.";

/** Figures in the text, and how many name where they come from. */
export function statisticsWithSource(input: CheckInput): Finding {
  if (!isCitedForEvidence(input)) return notApplicable(tooShort);
  const { facts } = input;
  const anchors = externalLinks(facts)
    .map((link) => link.text)
    .filter((text) => text.length > 3);
  const { language } = facts;
  const sentences = sentencesOf(facts.main.text).map((sentence) => {
    const plain = plainText(sentence);
    const linked = anchors.some((text) => sentence.includes(text));
    return { figure: givesFigure(plain, language), origin: linked || namesOrigin(sentence, plain, language) };
  });
  const figures = sentences.filter(({ figure }) => figure);
  // "We asked 300 customers in our own survey. 40 % …": the sentence before may say it for this one.
  const sourced = sentences.filter(
    ({ figure, origin }, at) => figure && (origin || sentences[at - 1]?.origin === true),
  );
  const wanted = Math.min(5, Math.max(2, facts.main.words / 300));
  const value = figures.length === 0 ? 0 : Math.max(0.3, sourced.length / wanted);
  return found(value, `${figures.length} sentences give a figure; ${sourced.length} of them name a source.`);
}

/** Words of named people or documents. */
export function quotations(input: CheckInput): Finding {
  if (!isCitedForEvidence(input)) return notApplicable(tooShort);
  const { facts } = input;
  const inline = quotationsIn(facts.main.text).length;
  const count = facts.counts.quotations + inline;
  const wanted = Math.min(3, Math.max(1, facts.main.words / 600));
  return found(count / wanted, count === 0 ? "Nobody is quoted." : `${count} quotations.`);
}

/** Links to other people's pages that support the text. */
export function citesSources(input: CheckInput): Finding {
  if (!isCitedForEvidence(input)) return notApplicable(tooShort);
  const hosts = new Set(externalLinks(input.facts).map((link) => link.host));
  const value = [0, 0.5, 0.8][hosts.size] ?? 1;
  return found(
    value,
    hosts.size === 0
      ? "No outside source is linked."
      : `Links to ${hosts.size} outside sources: ${[...hosts].slice(0, 5).join(", ")}.`,
  );
}

/** A home page introduces; it is not what is quoted. */
function isCitedForEvidence(input: CheckInput): boolean {
  return informs(input) && input.role !== "home";
}

function externalLinks(facts: PageFacts): { host: string; text: string }[] {
  const own = siteOf(facts.url);
  const external: { host: string; text: string }[] = [];
  for (const link of facts.links) {
    if (!/^https?:\/\//i.test(link.href)) continue;
    try {
      const { hostname } = new URL(link.href);
      if (siteOf(link.href) !== own && !social.test(hostname))
        external.push({ host: hostname.replace(/^www\./, ""), text: link.text });
    } catch {
      // A link that is no URL cites nothing.
    }
  }
  return external;
}

function siteOf(url: string): string {
  return getDomain(url) ?? url;
}
