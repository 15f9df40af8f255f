import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { nothingMeasured } from "#app/domain/visibility/audit-page.ts";
import type { LiveFetch } from "#app/domain/visibility/checks/finding.ts";
import { compareTexts } from "#app/domain/visibility/compare-texts.ts";
import { challengeIn } from "#app/domain/visibility/detect-challenge.ts";
import { verdictOn } from "#app/domain/visibility/read-robots.ts";
import type { RobotsFile } from "#app/domain/visibility/robots-report.ts";
import type { VisibilityPack } from "#app/domain/visibility/visibility-pack.ts";
import type { Fetched, FetchOptions, SiteFetcher } from "#app/services/ports/site-fetcher.ts";

type Answered = Extract<Fetched, { kind: "answered" }>;

/** The name of a browser, with ours behind it: what people are given. */
const browserName =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 (GroundworkBot)";
/** The row of the browser among those of the agents. */
export const browserAgent = "Browser";

type Site = {
  readonly robots: RobotsFile;
  readonly pack: VisibilityPack;
  readonly asOf: IsoDate;
};

/**
 * Fetches one page again as a browser and under each search agent's name, to see whether something in front of the site treats
 * them otherwise. The name says that it is us. Agents that robots.txt keeps out are not tried. A hint, never a proof: a site may
 * look at addresses, which are not the agents' own.
 */
export async function fetchAsAgents(
  sites: SiteFetcher,
  own: Answered,
  { robots, pack, asOf }: Site,
  options: FetchOptions,
): Promise<LiveFetch[]> {
  const textOf = async ({ url, body }: Answered) => {
    const read = await sites.inspect({ page: { url, html: body }, context: nothingMeasured(asOf), pack });
    return read.kind === "read" ? read.audit.facts.body.text : "";
  };
  const look = async (
    agent: string,
    userAgent: string,
  ): Promise<{ live: LiveFetch; text: string; body: string } | null> => {
    const fetched = await sites.get(own.url, { ...options, userAgent });
    if (fetched.kind === "blocked") return null;
    if (fetched.kind === "failed") {
      // Silence towards one name alone is an answer; a site that is gone altogether would not have answered us.
      if (fetched.trouble !== "connection-lost" && fetched.trouble !== "timeout") return null;
      const note = `No answer: ${fetched.reason}`;
      return { live: { agent, status: 0, sameWords: 0, challenged: false, note }, text: "", body: "" };
    }
    const same = fetched.body === base.body;
    const text = same ? base.text : await textOf(fetched);
    const overlap = same ? { kept: 1, added: 0, missing: [] } : compareTexts(base.text, text);
    const challenge = challengeIn(fetched);
    const challenged = challenge !== null && !wasChallenged;
    const note = noteOn(fetched, own.url, overlap, challenged ? challenge : null);
    return {
      live: { agent, status: fetched.status, sameWords: overlap.kept, challenged, note },
      text,
      body: fetched.body,
    };
  };

  const wasChallenged = challengeIn(own) !== null;
  let base = { body: own.body, text: await textOf(own) };
  const found: LiveFetch[] = [];
  const browser = await look(browserAgent, browserName);
  if (browser !== null) {
    found.push(browser.live);
    // What people get is the measure; where a browser is turned away, what we were given stands in.
    if (browser.live.status < 400 && !browser.live.challenged && browser.text !== "") base = browser;
  }
  for (const { searchAgent: agent } of pack.engines) {
    if (options.signal?.aborted === true) break;
    if (robots.robots !== null && !verdictOn(robots.robots, agent, own.url).allowed) continue;
    const seen = await look(
      agent,
      `Mozilla/5.0 (compatible; ${agent}/1.0; sent by GroundworkBot to compare what is answered)`,
    );
    if (seen !== null) found.push(seen.live);
  }
  return found;
}

function noteOn(
  { status, url }: Answered,
  asked: string,
  overlap: { readonly kept: number; readonly added: number; readonly missing: readonly string[] },
  challenge: string | null,
): string {
  if (challenge !== null) return `Turned away by ${challenge} (status ${status}).`;
  if (status >= 400) return `Status ${status}.`;
  const parts: string[] = [];
  if (url !== asked) parts.push(`It is led to ${url}.`);
  if (overlap.kept < 0.95) {
    const words = overlap.missing.slice(0, 6).join(", ");
    parts.push(
      `${Math.round(overlap.kept * 100)}% of the words came back${words === "" ? "" : `; missing: ${words}`}.`,
    );
  }
  if (overlap.added > 0.2) parts.push(`${Math.round(overlap.added * 100)}% more words than others are given.`);
  return parts.length === 0 ? "The same page." : parts.join(" ");
}
