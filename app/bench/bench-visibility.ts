import { crawlFigures } from "./bench-crawl.ts";
import type { Figure } from "./figures.ts";
import { largePage, measureSpeeds, speedTargets } from "./visibility-speeds.ts";

/** Speeds on one core, each beside the libraries that people would use otherwise, measured by turns in one run. */
export async function figures(): Promise<readonly Figure[]> {
  const crawl = await crawlFigures(largePage());
  const { speeds, residentMiB } = await measureSpeeds();
  return [
    ...crawl,
    ...speeds.map(({ name, perSecond }): Figure => {
      const target = speedTargets[name];
      return { name, value: perSecond, basis: "measured", ...(target === undefined ? {} : { target }) };
    }),
    {
      name: "memory after reading pages for speed, MB",
      value: residentMiB,
      target: "< 600",
      basis: "measured",
    },
  ];
}
