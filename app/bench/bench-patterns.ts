import { readCell } from "#app/domain/compliance/inventory/read-cell.ts";
import { plainLines, readLines } from "#app/domain/exposure/duty-lines.ts";
import { readShare } from "#app/domain/exposure/duty-share.ts";
import { plainWords } from "#app/domain/exposure/duty-stems.ts";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import { splitDuties } from "#app/domain/exposure/split-duties.ts";
import { aimedAtModels } from "#app/domain/visibility/aimed-at-models.ts";
import { markAnswer } from "#app/domain/visibility/answer-marks.ts";
import { challengeIn } from "#app/domain/visibility/detect-challenge.ts";
import { detectLanguage } from "#app/domain/visibility/detect-language.ts";
import { findAddresses } from "#app/domain/visibility/find-addresses.ts";
import { findMentions } from "#app/domain/visibility/find-mentions.ts";
import { invisibleTexts, plainColour, readLook, readStyleSheet } from "#app/domain/visibility/hidden-text.ts";
import { judgeUrl } from "#app/domain/visibility/judge-url.ts";
import { listsOf } from "#app/domain/visibility/list-rank.ts";
import { plainForm } from "#app/domain/visibility/match-entities.ts";
import { roleByPath } from "#app/domain/visibility/page-role.ts";
import { statesSomething } from "#app/domain/visibility/phrases/answers.ts";
import { plainText } from "#app/domain/visibility/phrases/by-language.ts";
import { pagesAboutUs } from "#app/domain/visibility/phrases/identity.ts";
import { namesOrigin } from "#app/domain/visibility/phrases/origins.ts";
import { quotationsIn } from "#app/domain/visibility/phrases/quotations.ts";
import { givesFigure } from "#app/domain/visibility/phrases/units.ts";
import { readPastedAnswer, withoutTracking } from "#app/domain/visibility/read-answer.ts";
import { readJsonLd } from "#app/domain/visibility/read-entities.ts";
import { readLlmsTxt } from "#app/domain/visibility/read-llms-txt.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { recommends } from "#app/domain/visibility/recommends.ts";
import { plainSentence, proseOf, quotableSentences } from "#app/domain/visibility/sentences.ts";
import { visibleDates } from "#app/domain/visibility/visible-dates.ts";
import { sentencesOf, wordsOf } from "#app/domain/visibility/words.ts";
import { readSection } from "#app/domain/work-products/section-text.ts";
import { plainHeader } from "#app/domain/workforce/match-columns.ts";
import { pasteTable } from "#app/domain/workforce/paste-table.ts";
import { readCountry } from "#app/domain/workforce/read-country.ts";
import { readNumber } from "#app/domain/workforce/read-number.ts";
import { readPay } from "#app/domain/workforce/read-pay.ts";
import type { Figure, FigureTable } from "./figures.ts";

/** What is repeated to 100 kB: each kind of character that patterns repeat, and beginnings that match nearly. */
const seeds: readonly string[] = [
  ..."a1.-_ \n\t'’\"“«»„‘「(<{}[:;@&#*|%$€漢カひ한ไاـбαıİ\u064b\u200b\u0301\ufffd",
  ..."a. |A |1 |1. |1,|1a|1-|a-|a_|a.a-|a, |A a |a'|‘a |„a |»a|(A |(A, |(A & |[a](|![|【|[1|<a|<a |<!--|<script|<style|/*|*/|@a{|a{|</|&amp;|&#".split(
    "|",
  ),
  ..."a@|a@a.|http://|https://a.|www.a|a.b.c.|?a=|#|**|__|- |1. a\n|①a\n|# || a |=\n|\r\n|\\|:a |a:in |(m/w/d) |m / |de |a de b |'s".split(
    "|",
  ),
  ..."ignore all |ignore all the your |if you are an ai |as a chatbot |negeer alle |wenn du ki |忽略之前|如果你是ai|제|وال|وفق|بال|لل".split(
    "|",
  ),
  ..."we a b recommend |we recommend |würde ich |ich kann |raad ik |ik zou |over the |over A |A and A, |A, |not |best a choice |不|推荐".split(
    "|",
  ),
  ..."measured a |counted a b |mit a |met a |own a |own aaaaaaaaaaaaaaaaaaaa |according to|studie|據a|据漢|1 of |12 von |1 年|百分之|十|by our own ".split(
    "|",
  ),
  ..."published |published on |updated: |3 de |3 aaaaaa |aaaaaa 3 |2026-|2026. |令和|stand |12. |1st ".split("|"),
  ..."opacity:|color:|font-size:0|overflow:hidden;height:|left:-|;|rgb(1,|reference # |reference #1.|<input |type=|user-agent:a\n|disallow:/*a*|\u{e0041}|\u{1f3f4}\u{e0062}".split(
    "|",
  ),
].filter((seed) => seed !== "");

const size = 100_000;
const most = 50;
const brand = { name: "Acme 1 b", aliases: ["b", "漢字", "Żabka", "الراجحي"], domains: ["b.example"] };

/** Everything that reads text from outside with patterns, by name. Answers read at most 20,000 characters, titles 300. */
const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ["plainText", plainText],
  ["aimedAtModels", aimedAtModels],
  ["namesOrigin", (text) => namesOrigin(text, text, null)],
  ["givesFigure", (text) => givesFigure(text, null)],
  ["statesSomething", (text) => statesSomething(text, null)],
  ["quotationsIn", quotationsIn],
  ["pagesAboutUs", (text) => pagesAboutUs([text])],
  ["roleByPath", (text) => roleByPath(`https://a.example/${text}`)],
  ["visibleDates", visibleDates],
  ["findAddresses", findAddresses],
  ["findMentions", (text) => findMentions(text, brand, [{ name: "a" }])],
  ["recommends", (text) => recommends(`Acme 1 b ${text.slice(0, 600)}`, brand, [{ name: "A" }], null)],
  ["markAnswer", (text) => markAnswer(readPastedAnswer(`Acme 1 b ${text}`), brand, [{ name: "A" }])],
  ["listsOf", listsOf],
  ["quotableSentences", quotableSentences],
  ["plainSentence", plainSentence],
  ["proseOf", proseOf],
  ["withoutTracking", (text) => withoutTracking(`https://a.example/?${text}`)],
  ["challengeIn", (text) => challengeIn({ status: 200, headers: {}, body: text })],
  ["invisibleTexts", invisibleTexts],
  ["readLook", readLook],
  ["readStyleSheet", (text) => readStyleSheet(text, new Map())],
  ["plainColour", plainColour],
  ["readJsonLd", readJsonLd],
  ["plainForm", plainForm],
  ["readRobots", readRobots],
  ["readLlmsTxt", readLlmsTxt],
  ["detectLanguage", (text) => detectLanguage(text, null)],
  ["sentencesOf", sentencesOf],
  ["wordsOf", wordsOf],
  ["judgeUrl", (text) => judgeUrl(text)],
  ["normaliseTitle", normaliseTitle],
  ["splitDuties", splitDuties],
  ["plainLines", plainLines],
  ["readLines", readLines],
  ["readShare", readShare],
  ["plainWords", plainWords],
  ["pasteTable", pasteTable],
  ["plainHeader", plainHeader],
  ["readNumber", (text) => readNumber(text)],
  ["readPay", (text) => readPay(text, null)],
  ["readCountry", readCountry],
  ["readSection", readSection],
  ["readCell", (text) => readCell(text, { id: "x", kind: "date" } as Parameters<typeof readCell>[1])],
];

type Seen = { readonly reader: string; readonly seed: string; readonly pattern: string; readonly ms: number };

/** Runs `read` and adds up the time in each pattern. All of String's and RegExp's ways to match come through `exec`. */
function timed(read: () => unknown): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function timedExec(this: RegExp, text: string) {
    const started = performance.now();
    const found = exec.call(this, text);
    times.set(this.source, (times.get(this.source) ?? 0) + performance.now() - started);
    return found;
  };
  try {
    read();
  } finally {
    RegExp.prototype.exec = exec;
  }
  return times;
}

let swept: readonly Seen[] | null = null;

/** The slowest pattern of each reader over all inputs. What is slow once is looked at again: the machine has other work. */
function sweep(): readonly Seen[] {
  if (swept !== null) return swept;
  const worst: Seen[] = [];
  for (const [reader, read] of readers) {
    let slowest: Seen = { reader, seed: "", pattern: "", ms: 0 };
    for (const seed of seeds) {
      const text = seed.repeat(Math.ceil(size / seed.length)).slice(0, size);
      read(text);
      const started = performance.now();
      read(text);
      if (performance.now() - started < slowest.ms) continue;
      const [first, again] = [timed(() => read(text)), timed(() => read(text))];
      for (const [pattern, ms] of first) {
        const surely = Math.min(ms, again.get(pattern) ?? ms);
        if (surely > slowest.ms) slowest = { reader, seed, pattern, ms: surely };
      }
    }
    worst.push(slowest);
  }
  swept = worst.sort((a, b) => b.ms - a.ms);
  return swept;
}

/** How long patterns take on 100 kB of text made to hurt. Prints, asserts nothing. */
export async function figures(): Promise<readonly Figure[]> {
  const worst = sweep();
  const slowest = worst[0]?.ms ?? 0;
  return [
    { name: "readers x inputs of 100 kB", value: readers.length * seeds.length, basis: "measured" },
    {
      name: "slowest pattern, ms",
      value: slowest,
      target: `<= ${most}`,
      basis: "measured",
      note: worst[0]?.reader ?? "",
    },
    {
      name: `patterns over ${most} ms`,
      value: worst.filter(({ ms }) => ms > most).length,
      target: "0",
      basis: "measured",
    },
  ];
}

export async function tables(): Promise<readonly FigureTable[]> {
  return [
    {
      title: "the slowest pattern of each reader",
      head: ["reader", "ms", "input", "pattern"],
      rows: sweep()
        .slice(0, 15)
        .map(({ reader, ms, seed, pattern }) => [reader, ms.toFixed(1), JSON.stringify(seed), pattern.slice(0, 70)]),
    },
  ];
}
