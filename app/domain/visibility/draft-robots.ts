import { type Robots, type RobotsGroup, verdictOn } from "./read-robots.ts";

type Closed = { readonly agent: string; readonly pages: readonly string[] };

/**
 * Lines of robots.txt that let search agents in, as a diff. An agent's own group loses the rules that close the pages. An agent
 * that shares its group with agents who are not to be let in, or that only the group for everyone closes, gets a group of its own,
 * which must repeat the other rules: a named group replaces `*`.
 */
export function draftRobots(robots: Robots, closed: readonly Closed[]): string | null {
  const parts: string[] = [];
  const ownGroups = new Map<string, string[]>();
  const letIn = new Set(closed.map(({ agent }) => agent.toLowerCase()));
  for (const { agent, pages } of closed) {
    const verdicts = pages.map((page) => verdictOn(robots, agent, page)).filter((verdict) => !verdict.allowed);
    if (verdicts.length === 0) continue;
    const rules = [...new Set(verdicts.flatMap(({ rule }) => rule?.trim() ?? []))];
    const named = verdicts.some(({ group }) => group === "named");
    const groups = robots.groups.filter(({ agents }) => agents.some((each) => isFor(each, named ? agent : "*")));
    const alone = groups.every(({ agents }) => agents.every((each) => letIn.has(each.toLowerCase())));
    if (named && alone) {
      parts.push([`  User-agent: ${agent}`, ...rules.map((rule) => `- ${rule}`)].join("\n"));
      continue;
    }
    if (named) parts.push(`- User-agent: ${agent}`);
    const kept = rulesOf(groups).filter((line) => !rules.includes(line));
    const lines = (kept.length === 0 ? ["Allow: /"] : kept).map((line) => `+ ${line}`).join("\n");
    ownGroups.set(lines, [...(ownGroups.get(lines) ?? []), agent]);
  }
  for (const [lines, agents] of ownGroups)
    parts.push([...agents.map((agent) => `+ User-agent: ${agent}`), lines].join("\n"));
  return parts.length === 0 ? null : parts.join("\n\n");
}

function isFor(written: string, agent: string): boolean {
  return written.trim().toLowerCase() === agent.toLowerCase();
}

/** The rules of groups as they were written; a rule without a path says nothing. */
function rulesOf(groups: readonly RobotsGroup[]): string[] {
  return [...new Set(groups.flatMap(({ rules }) => rules.map(({ line }) => line.trim())))].filter((line) =>
    /:\s*\S/.test(line),
  );
}
