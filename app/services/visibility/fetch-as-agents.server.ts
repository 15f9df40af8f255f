import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import type { LiveFetch } from "#app/domain/visibility/checks/finding.ts";
import { verdictOn } from "#app/domain/visibility/read-robots.ts";
import type { RobotsFile } from "#app/domain/visibility/robots-report.ts";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import type { Fetched, FetchOptions, SiteFetcher } from "#app/services/ports/site-fetcher.ts";

type Answered = Extract<Fetched, { kind: "answered" }>;

const challenge =
  /just a moment|captcha|verify (?:that )?you are (?:a )?human|access denied|attention required|enable cookies/i;

/**
 * Fetches one page again under each search agent's name, to see whether something in front of the site treats them otherwise. The
 * name says that it is us. Agents that robots.txt keeps out are not tried.
 */
export async function fetchAsAgents(
  sites: SiteFetcher,
  own: Answered,
  robots: RobotsFile,
  pack: VisibilityPack,
  asOf: IsoDate,
  options: FetchOptions,
): Promise<LiveFetch[]> {
  const words = async (fetched: Answered) => {
    const page = { url: fetched.url, html: fetched.body };
    const read = await sites.inspect({ page, context: nothingMeasured(asOf), pack });
    return read.kind === "read" ? read.audit.facts.body.words : 0;
  };
  const ours = await words(own);
  const found: LiveFetch[] = [];
  for (const { searchAgent: agent } of pack.engines) {
    if (robots.robots !== null && !verdictOn(robots.robots, agent, own.url).allowed) continue;
    const userAgent = `Mozilla/5.0 (compatible; ${agent}/1.0; sent by GroundworkBot for the owner of this site)`;
    const fetched = await sites.get(own.url, { ...options, userAgent });
    if (fetched.kind !== "answered") continue;
    const theirs = fetched.body === own.body ? ours : await words(fetched);
    found.push({
      agent,
      status: fetched.status,
      sameWords: ours === 0 ? 1 : Math.min(1, theirs / ours),
      challenged: fetched.status !== own.status && challenge.test(fetched.body.slice(0, 20_000)),
    });
  }
  return found;
}
