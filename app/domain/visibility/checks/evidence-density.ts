import { getDomain } from "tldts";
import type { PageFacts } from "../page-facts.ts";
import { sentencesOf } from "../words.ts";
import { type CheckInput, type Finding, found, informs, notApplicable } from "./finding.ts";

const figure =
  /[\d٠-٩][\d.,٠-٩\u00a0\u202f ]{0,15}(?:%|٪|percent|per cent|Prozent|pour ?cent|por ciento|per cento|procent|yüzde|million|billion|Millionen|Milliarden|millions?|millones|milioni|milyon|milyar|مليون|Mio|Mrd|€|\$|£|¥|₺|kg|km|tonnes?|Tonnen|toneladas|tonnellate|ton\b|t\b|hours?|minutes?|days?|weeks?|months?|years?|Stunden|Minuten|Tagen?|Wochen|Monaten?|Jahren?|heures?|jours?|semaines|mois|ans\b|horas|días|meses|años|ore\b|giorni|mesi|anni|saat|gün|yıl|ساعة|يوم|سنة|euros?|dollars?|Euro|people|employees|Personen|Beschäftigte|personnes|personas|persone|kişi|shipments|Sendungen|envois|envíos|times|mal\b|fois|veces|volte|kez|[％円万億時日年人件個回社台台割]|[小]时|天|公里|公斤|吨|个|家|次|元)|[€$£¥₺]\s?\d|(?:yüzde|٪|بنسبة)\s?[\d٠-٩]/iu;
const attribution =
  /\b(?:according to|source|survey|study|report(?:ed)? by|data from|research|census|statistics|measured (?:by|with)|our own (?:ledger|records|data|scanners)|by the meters|laut|Quelle|Studie|Umfrage|Erhebung|nach Angaben|gemessen|selon|d['’]après|source\s?:|enquête|según|fuente|encuesta|estudio|secondo|fonte|indagine|volgens|bron)\b|étude|(?<!\p{L})(?:göre|kaynak|araştırma|anket)(?!\p{L})|によると|によれば|出典|調査|統計|根据|根據|据.{1,20}(?:统计|报告|数据)|来源|來源|调查|وفق[اًا]+|حسب|المصدر|دراسة|\((?:[A-Z][\w.&-]{1,30},? ){1,6}\d{4}\)|\[\d+\]/iu;
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
  const figures = sentencesOf(facts.main.text).filter((sentence) => figure.test(sentence));
  const sourced = figures.filter(
    (sentence) => attribution.test(sentence) || anchors.some((text) => sentence.includes(text)),
  );
  const wanted = Math.min(5, Math.max(2, facts.main.words / 300));
  const value = figures.length === 0 ? 0 : Math.max(0.3, sourced.length / wanted);
  return found(value, `${figures.length} sentences give a figure; ${sourced.length} of them name a source.`);
}

/** Words of named people or documents. */
export function quotations(input: CheckInput): Finding {
  if (!isCitedForEvidence(input)) return notApplicable(tooShort);
  const { facts } = input;
  const inline = [...facts.main.text.matchAll(/["“„«]([^"“”„«»]{30,400})["”“»]|[「『]([^「」『』]{12,300})[」』]/gu)]
    .length;
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
