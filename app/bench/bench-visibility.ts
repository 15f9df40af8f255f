import { crawlFigures } from "./bench-crawl.ts";
import type { Figure } from "./figures.ts";
import { largePage, measureSpeeds, speedTargets } from "./visibility-speeds.ts";

/** Speeds on one core, each beside the libraries that people would use otherwise, measured by turns in one run. */
export async function figures(): Promise<readonly Figure[]> {
  // The crawl first: libraries that are only measured beside ours would count as its memory.
  const crawl = await crawlFigures(largePage());
  const speeds = await measureSpeeds();
  return [
    ...crawl,
    ...speeds.map(({ name, perSecond }): Figure => {
      const target = speedTargets[name];
      return { name, value: perSecond, basis: "measured", ...(target === undefined ? {} : { target }) };
    }),
    {
      name: "memory, MB resident",
      value: Math.round(process.memoryUsage().rss / 1024 / 1024),
      target: "< 600",
      basis: "measured",
      note: "with jsdom and cheerio loaded",
    },
  ];
}
