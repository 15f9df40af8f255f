import { demonstrationPages } from "#app/demonstration/site/site.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { auditPage, nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import { readPage } from "#app/domain/visibility/read-page.ts";
import { readRobots, verdictOn } from "#app/domain/visibility/read-robots.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { crawlFigures } from "./bench-crawl.ts";
import type { Figure } from "./figures.ts";

/** The demonstration's article repeated to the size of an ordinary page of the web, about 50 KB. */
function largePage(): string {
  const article = demonstrationPages.find((page) => page.path === "/insights/who-pays-under-dap")?.html ?? "";
  const body = article.slice(article.indexOf("<article>"), article.indexOf("</article>") + 10);
  return article.replace(body, Array.from({ length: 18 }, (_, at) => body.replaceAll("DAP", `DAP ${at}`)).join("\n"));
}

/** How often `run` ends in a second, over at least `seconds`, after a short warm-up. */
function perSecond(run: (round: number) => void, seconds = 2): number {
  for (let round = 0; round < 5; round++) run(round);
  const started = performance.now();
  let rounds = 0;
  while (performance.now() - started < seconds * 1_000) run(rounds++);
  return rounds / ((performance.now() - started) / 1_000);
}

export async function figures(): Promise<readonly Figure[]> {
  const { entityRules } = visibilityChecks;
  const context = nothingMeasured(isoDateOf(new Date()));
  const small = demonstrationPages.map(({ html }) => html);
  const large = largePage();
  const url = "https://www.kestrelfreight.example/insights/x";
  const robots = `User-agent: *\nDisallow: /private/\nDisallow: /*.pdf$\n\n${Array.from({ length: 30 }, (_, at) => `User-agent: Bot${"abcdefghij"[at % 10]}${"klm"[at % 3]}\nDisallow: /x${at}/\nAllow: /x${at}/open\n`).join("\n")}`;
  const parsed = readRobots(robots);
  const addresses = Array.from({ length: 100 }, (_, at) => `https://a.example/x${at % 30}/open/page${at}.html`);
  const atOf = (round: number) => addresses[round % addresses.length] ?? url;
  const page = (round: number) => small[round % small.length] ?? "";
  const measured = (name: string, value: number, target: string, note?: string): Figure => ({
    name,
    value: Math.round(value),
    target,
    basis: "measured",
    ...(note === undefined ? {} : { note }),
  });
  return [
    measured(
      "pages/s, facts and main text, 50 KB page",
      perSecond(() => void readPage({ url, html: large }, entityRules)),
      ">= 30",
      `${Math.round(large.length / 1024)} KB`,
    ),
    measured(
      "pages/s, facts without main text, 50 KB page",
      perSecond(() => void readPage({ url, html: large }, entityRules, "whole-body")),
      ">= 150",
    ),
    measured(
      "pages/s, whole audit, demonstration's pages",
      perSecond(
        (round) => void auditPage(readPage({ url, html: page(round) }, entityRules), context, visibilityChecks),
      ),
      ">= 30",
    ),
    measured(
      "robots verdicts/s, file read once",
      perSecond((round) => void verdictOn(parsed, "GPTBot", atOf(round)), 1),
      ">= 20,000",
    ),
    measured(
      "robots verdicts/s, file of 2 KB read each time",
      perSecond((round) => void verdictOn(readRobots(robots), "GPTBot", atOf(round)), 1),
      ">= 20,000",
    ),
    ...(await crawlFigures(large)),
    measured("memory, MB resident", process.memoryUsage().rss / 1024 / 1024, "< 600"),
  ];
}
