import { Readability } from "@mozilla/readability";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { auditPage, nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import { readRobots, verdictOn } from "#app/domain/visibility/read-robots.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { largePage, names, type Speed, type SpeedReport } from "./visibility-speeds.ts";

const robotsText = `User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\n\n${Array.from({ length: 30 }, (_, at) => `User-agent: Bot${"abcdefghij"[at % 10]}${"klm"[at % 3]}\nDisallow: /x${at}/\nAllow: /x${at}/open\n`).join("\n")}`;

const rounds = 5;
const sliceMs = 400;
const warmMs = 1_500;

/** Seconds of this process's own computing, which other programs on the machine do not lengthen. */
function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

type Candidate = readonly [name: string, run: (round: number) => unknown];

/**
 * Ours by turns, then the others by turns, so that a busy moment of the machine meets several; the median over rounds counts. Ours
 * come before the others are loaded: jsdom and cheerio drive the same HTML parser in other ways, and compiled for all of them it
 * reads half as many pages. The clock is the processor time of this process: runs per second of one core.
 */
async function measure(): Promise<SpeedReport> {
  const html = largePage();
  const url = "https://www.kestrelfreight.example/insights/x";
  const { entityRules } = visibilityChecks;
  const context = nothingMeasured(isoDateOf(new Date()));
  const parsed = readRobots(robotsText);
  const addresses = Array.from({ length: 100 }, (_, at) => `https://a.example/x${at % 30}/open/page${at}.html`);
  const addressOf = (round: number) => addresses[round % addresses.length] ?? url;
  const ours = byTurns([
    [names.main, () => readPage({ url, html }, entityRules)],
    [names.body, () => readPage({ url, html }, entityRules, "whole-body")],
    [names.audit, () => auditPage(readPage({ url, html }, entityRules), context, visibilityChecks)],
    [names.verdicts, (round) => verdictOn(parsed, "GPTBot", addressOf(round))],
    [names.fresh, (round) => verdictOn(readRobots(robotsText), "GPTBot", addressOf(round))],
  ]);
  const residentMiB = Math.round(process.memoryUsage().rss / 1024 / 1024);
  const { JSDOM } = await import("jsdom");
  const { load } = await import("cheerio");
  const { default: robotsParser } = await import("robots-parser");
  const peer = robotsParser("https://a.example/robots.txt", robotsText);
  const theirs = byTurns([
    [
      names.jsdom,
      () => {
        const { window } = new JSDOM(html, { url });
        new Readability(window.document).parse();
        window.close();
      },
    ],
    [
      names.cheerio,
      () => {
        const $ = load(html);
        return [$("title").text(), $("a").length, $("h1,h2,h3,h4,h5,h6").text(), $("body").text()];
      },
    ],
    [names.parser, (round) => peer.isAllowed(addressOf(round), "GPTBot")],
    [
      names.parserFresh,
      (round) => robotsParser("https://a.example/robots.txt", robotsText).isAllowed(addressOf(round), "GPTBot"),
    ],
  ]);
  return { speeds: [...ours, ...theirs], residentMiB };
}

function byTurns(candidates: readonly Candidate[]): readonly Speed[] {
  const seen = new Map(candidates.map(([name]) => [name, [] as number[]]));
  for (const [, run] of candidates) perCoreSecond(run, warmMs);
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of candidates) seen.get(name)?.push(perCoreSecond(run));
  }
  return candidates.map(([name]) => ({ name, perSecond: Math.round(median(seen.get(name) ?? [])) }));
}

function perCoreSecond(run: (round: number) => unknown, ms = sliceMs): number {
  const until = performance.now() + ms;
  const started = computed();
  let runs = 0;
  while (runs === 0 || performance.now() < until) run(runs++);
  return runs / (computed() - started);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

process.send?.(await measure());
