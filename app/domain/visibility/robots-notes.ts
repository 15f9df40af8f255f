import type { Robots } from "./read-robots.ts";
import { usagePreferences } from "./usage-preferences.ts";

/** Traps of a robots.txt in words: what its author may not have meant. */
export function robotsNotes(robots: Robots, bytes: number): string[] {
  const notes: string[] = [];
  if (bytes > 500 * 1024) notes.push("The file is longer than 500 KiB; parsers may stop reading there.");
  for (const group of robots.groups) {
    const names = group.agents.join(", ");
    if (group.fellThrough.length > 0) {
      const fields = [...new Set(group.others.map((other) => other.field))].join(", ");
      const after = group.agents.filter((agent) => !group.fellThrough.includes(agent)).join(", ");
      notes.push(
        `Under ${group.fellThrough.join(", ")} stands only ${fields}, which ends no group: the rules written for ${after} hold for it too.`,
      );
    } else if (group.rules.length === 0) notes.push(`The group for ${names} holds no rule.`);
    for (const rule of group.rules) {
      if (rule.pattern !== "" && !rule.pattern.startsWith("/") && !rule.pattern.startsWith("*")) {
        notes.push(`"${rule.line}" never matches: a path begins with / or *.`);
      }
    }
    const odd = group.agents.filter((agent) => agent !== "*" && !/^[a-zA-Z_-]+$/.test(agent));
    for (const agent of odd) {
      notes.push(
        `"${agent}" holds more than letters, - and _: a parser that follows the standard reads only its beginning.`,
      );
    }
  }
  const named = robots.groups.filter((group) => !group.agents.includes("*") && group.rules.length > 0);
  if (named.length > 0 && robots.groups.some((group) => group.agents.includes("*"))) {
    notes.push(
      "Agents with a group of their own do not read the rules for *: what should hold for them must be repeated.",
    );
  }
  return [...new Set([...notes, ...usagePreferences(robots, null).map((each) => each.text)])].slice(0, 40);
}
