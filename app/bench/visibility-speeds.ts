import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { demonstrationPages } from "#app/demonstration/site/site.ts";
import { limits } from "#app/workers/entries.ts";

export type Speed = { readonly name: string; readonly perSecond: number };

/** What the process of the measurement tells: speeds, and its memory before the others' libraries were loaded, in MiB. */
export type SpeedReport = { readonly speeds: readonly Speed[]; readonly residentMiB: number };

export const names = {
  main: "pages/s, facts and main text",
  body: "pages/s, facts without main text",
  audit: "pages/s, facts, main text and all checks",
  jsdom: "pages/s, jsdom + Readability, main text alone",
  cheerio: "pages/s, cheerio, title, links, headings and text",
  verdicts: "robots verdicts/s, file read once",
  fresh: "robots verdicts/s, file of 2 KB read each time",
  parser: "robots verdicts/s, robots-parser, file read once",
  parserFresh: "robots verdicts/s, robots-parser, file read each time",
} as const;

export const speedTargets: Readonly<Record<string, string>> = {
  [names.main]: ">= 30",
  [names.body]: ">= 150",
  [names.verdicts]: ">= 20,000",
  [names.fresh]: ">= 20,000",
};

/** The demonstration's article repeated to the size of an ordinary page of the web, about 50 KB. */
export function largePage(): string {
  const article = demonstrationPages.find((page) => page.path === "/insights/who-pays-under-dap")?.html ?? "";
  const body = article.slice(article.indexOf("<article>"), article.indexOf("</article>") + 10);
  return article.replace(body, Array.from({ length: 18 }, (_, at) => body.replaceAll("DAP", `DAP ${at}`)).join("\n"));
}

/** Measures in a process of its own, which has the room for young objects that a thread that reads pages has. */
export function measureSpeeds(): Promise<SpeedReport> {
  const semiSpaceMiB = limits["read-page"].youngMiB / 3;
  const child = fork(fileURLToPath(new URL("./visibility-speeds-process.ts", import.meta.url)), {
    execArgv: [...process.execArgv, `--max-semi-space-size=${semiSpaceMiB}`],
  });
  return new Promise((resolve, reject) => {
    child.once("message", (report) => resolve(report as SpeedReport));
    child.once("error", reject).once("exit", (code) => reject(new Error(`the measurement ended with ${code}`)));
  });
}
