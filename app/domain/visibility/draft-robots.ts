import { type Robots, verdictOn } from "./read-robots.ts";

type Closed = { readonly agent: string; readonly pages: readonly string[] };

/**
 * Lines of robots.txt that let search agents in, as a diff. An agent's own group loses the rules that close the pages. An agent
 * that only the group for everyone closes gets a group of its own, which must repeat the other rules: a named group replaces `*`.
 */
export function draftRobots(robots: Robots, closed: readonly Closed[]): string | null {
  const parts: string[] = [];
  const newGroups = new Map<string, string[]>();
  for (const { agent, pages } of closed) {
    const verdicts = pages.map((page) => verdictOn(robots, agent, page)).filter((verdict) => !verdict.allowed);
    if (verdicts.length === 0) continue;
    const rules = [...new Set(verdicts.flatMap(({ rule }) => rule ?? []))];
    if (verdicts.some(({ group }) => group === "named")) {
      parts.push([`  User-agent: ${agent}`, ...rules.map((rule) => `- ${rule}`)].join("\n"));
      continue;
    }
    const kept = robots.groups
      .filter((group) => group.agents.includes("*"))
      .flatMap((group) => group.rules.map((rule) => rule.line.trim()))
      .filter((line) => !rules.some((rule) => rule.trim() === line) && /:\s*\S/.test(line));
    const lines = kept.length === 0 ? ["+ Allow: /"] : kept.map((line) => `+ ${line}`);
    const key = lines.join("\n");
    newGroups.set(key, [...(newGroups.get(key) ?? []), agent]);
  }
  for (const [lines, agents] of newGroups)
    parts.push([...agents.map((agent) => `+ User-agent: ${agent}`), lines].join("\n"));
  return parts.length === 0 ? null : parts.join("\n\n");
}
