import { draftRobots } from "../draft-robots.ts";
import type { PageFacts } from "../page-facts.ts";
import { verdictOn } from "../read-robots.ts";
import type { Engine } from "../visibility-pack.ts";
import { type CheckInput, type Finding, found, notMeasured } from "./finding.ts";

/** Snippets shorter than this hold no sentence to quote. */
const shortSnippet = 50;

/** Search agents that robots.txt keeps from this page. */
export function searchAgentsAllowed({ facts, context, engines }: CheckInput): Finding {
  const { robots } = context;
  if (robots === null) return notMeasured("robots.txt was not read.");
  const closed = engines.filter((engine) => !verdictOn(robots, engine.searchAgent, facts.url).allowed);
  if (closed.length === 0) return found(1, `All ${engines.length} search agents may fetch this page.`);
  const names = closed.map((engine) => `${engine.searchAgent} (${engine.name})`);
  const agents = closed.map(({ searchAgent }) => ({ agent: searchAgent, pages: [facts.url] }));
  const diff = draftRobots(robots, agents) ?? undefined;
  return partlyClosed(closed.length / engines.length, `robots.txt keeps out ${names.join(", ")}.`, diff);
}

/** Whether a fetch under the agents' names got the same page. A refusal is a hint, because addresses are not the agents' own. */
export function liveFetchSamePage({ context }: CheckInput): Finding {
  const fetches = context.liveFetches;
  if (fetches === null || fetches.length === 0) return notMeasured("No fetch under a search agent's name was made.");
  const refused = fetches.filter((each) => each.status >= 400 || each.challenged);
  const different = fetches.filter((each) => !refused.includes(each) && each.sameWords < 0.5);
  if (refused.length === 0 && different.length === 0) {
    return found(1, `${fetches.length} fetches under search agents' names got the same page.`);
  }
  const seen = [
    ...refused.map((each) => `${each.agent}: ${each.challenged ? "a challenge page" : `status ${each.status}`}`),
    ...different.map((each) => `${each.agent}: ${Math.round(each.sameWords * 100)}% of the words`),
  ];
  return found(1 - (refused.length + different.length) / fetches.length, `A hint, not a proof: ${seen.join("; ")}.`);
}

/** Whether the page may be indexed and quoted. */
export function indexable({ facts, engines }: CheckInput): Finding {
  if (facts.status >= 400) return found(0, `The page answers with status ${facts.status}.`);
  const closed = engines.filter((engine) => indexObjection(facts, engine) !== null);
  if (closed.length === 0) {
    const limits = limitsOf(facts);
    return limits === null
      ? found(1, "No rule keeps the page out of an index or its text out of answers.")
      : { ...found(0.9, limits), outcome: "warn" };
  }
  const reasons = new Set(closed.map((engine) => indexObjection(facts, engine)));
  const diff = facts.robots
    .filter(
      (meta) =>
        !meta.name.startsWith("x-robots-tag") && /noindex|none|nosnippet|max-snippet\s*:\s*0/i.test(meta.content),
    )
    .map((meta) => `- <meta name="${meta.name}" content="${meta.content}">`)
    .join("\n");
  const evidence = `${[...reasons].join("; ")} (${closed.map((engine) => engine.name).join(", ")}).`;
  return partlyClosed(closed.length / engines.length, evidence, diff === "" ? undefined : diff);
}

/** What narrows the use of the text without closing it, in words, or null. */
function limitsOf({ robots, noSnippet, body }: PageFacts): string | null {
  const limits: string[] = [];
  for (const { name, content } of robots) {
    const snippet = /max-snippet\s*:\s*(\d+)/i.exec(content)?.[1];
    if (snippet !== undefined && Number(snippet) < shortSnippet)
      limits.push(`${name} allows snippets of ${snippet} characters`);
    if (/\b(?:noarchive|nocache)\b/i.test(content)) {
      limits.push(`${name} says ${content.trim()}, which is said to limit use in Copilot (not confirmed)`);
    }
  }
  if (noSnippet.words > body.words * 0.3)
    limits.push(`data-nosnippet covers ${noSnippet.words} of ${body.words} words`);
  if (noSnippet.misplaced.length > 0) {
    limits.push(`data-nosnippet stands on ${noSnippet.misplaced.join(", ")}, where it does nothing`);
  }
  const text = limits.join("; ");
  return text === "" ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** One closed engine is already worth a person's look; all of them is a failure. */
function partlyClosed(share: number, evidence: string, diff: string | undefined): Finding {
  return { ...found(1 - share, evidence, diff), outcome: share === 1 ? "fail" : "warn" };
}

/** The rule that keeps this page from an engine's index or answers, or null. Only rules for everyone or for its own agent count. */
export function indexObjection(facts: PageFacts, engine: Engine): string | null {
  if (facts.status >= 400) return `status ${facts.status}`;
  for (const { name, content } of facts.robots) {
    const agent = name.startsWith("x-robots-tag:") ? name.slice("x-robots-tag:".length) : name;
    const general = name === "robots" || name === "x-robots-tag";
    if (!general && !engine.metaNames.includes(agent)) continue;
    const rules = content
      .toLowerCase()
      .split(/[,;]/)
      .map((rule) => rule.replace(/\s+/g, ""));
    const where = name.startsWith("x-robots-tag") ? "the X-Robots-Tag header" : `the ${name} meta`;
    if (rules.includes("noindex") || rules.includes("none")) return `noindex in ${where}`;
    if (engine.snippetRules && (rules.includes("nosnippet") || rules.includes("max-snippet:0"))) {
      return `nosnippet in ${where}`;
    }
  }
  if (engine.snippetRules && facts.body.words > 0 && facts.noSnippet.words >= 0.9 * facts.body.words) {
    return "data-nosnippet around all of the text";
  }
  return null;
}
