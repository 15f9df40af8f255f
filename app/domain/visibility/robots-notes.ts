import { type Robots, type RobotsGroup, verdictOn } from "./read-robots.ts";
import { usagePreferences } from "./usage-preferences.ts";

const most = 40;
const listed = 4;

/** Traps of a robots.txt in words: what its author may not have meant. */
export function robotsNotes(robots: Robots, bytes: number): string[] {
  const notes = [
    ...(bytes > 500 * 1024 ? ["The file is longer than 500 KiB; parsers may stop reading there."] : []),
    ...robots.groups.flatMap(groupNotes),
    ...replacements(robots),
    ...fieldNotes(robots),
    ...usagePreferences(robots, null).map((each) => each.text),
  ];
  return [...new Set(notes)].slice(0, most);
}

function groupNotes(group: RobotsGroup): string[] {
  const notes: string[] = [];
  const names = group.agents.join(", ");
  if (group.fellThrough.length > 0) {
    const fields = [...new Set(group.others.map((other) => other.field))].join(", ");
    const after = group.agents.filter((agent) => !group.fellThrough.includes(agent)).join(", ");
    notes.push(
      `Under ${group.fellThrough.join(", ")} stands only ${fields}, which ends no group: the rules written for ${after} hold for it too.`,
    );
  } else if (group.rules.length === 0) {
    notes.push(`The group for ${names} holds no rule: everything is open to it, whatever the group for * says.`);
  }
  for (const rule of group.rules) {
    if (rule.pattern !== "" && !/^[/*]/.test(rule.pattern)) {
      notes.push(`"${rule.line}" never matches: a path begins with / or *.`);
    }
  }
  for (const agent of group.agents) {
    if (agent.includes(",")) {
      notes.push(`"${agent}" is read as its first name only: each agent needs a line of its own.`);
    } else if (!/^\*$|^[a-zA-Z_-]+$/.test(agent)) {
      notes.push(
        `"${agent}" holds more than letters, - and _: a parser that follows the standard reads only its beginning.`,
      );
    }
  }
  return notes;
}

/** Rules for everyone that do not hold for agents with a group of their own, named where the two really differ. */
function replacements(robots: Robots): string[] {
  const everyone = robots.groups.filter((group) => group.agents.includes("*"));
  const forbidden = everyone.flatMap((group) => group.rules).filter((rule) => !rule.allow && rule.pattern !== "");
  if (forbidden.length === 0) return [];
  const notes: string[] = [];
  for (const group of robots.groups) {
    for (const agent of group.agents) {
      const token = /^[a-zA-Z_-]+(?=$|[/ ,])/.exec(agent)?.[0];
      if (token === undefined || everyone.includes(group)) continue;
      const open = forbidden.filter((rule) => {
        const address = `https://site.example${rule.pattern.replace(/\*/g, "x").replace(/\$$/, "")}`;
        return verdictOn(robots, token, address).allowed && !verdictOn(robots, "*", address).allowed;
      });
      if (open.length === 0) continue;
      const lines = open.slice(0, listed).map((rule) => `"${rule.line.split("#")[0]?.trim()}"`);
      const more = open.length > listed ? ` and ${open.length - listed} more` : "";
      notes.push(
        `${token} has a group of its own, which replaces the group for *: ${lines.join(", ")}${more} do not hold for it. Repeat there what should.`,
      );
    }
  }
  return notes;
}

/** Fields that look like rules and are none, and addresses that must be whole. */
function fieldNotes(robots: Robots): string[] {
  const notes: string[] = [];
  const fields = [...robots.loose, ...robots.groups.flatMap((group) => group.others)];
  if (fields.some(({ field }) => field === "noindex")) {
    notes.push("Noindex is no rule of robots.txt: engines pass over the line. Say it in the page or in a header.");
  }
  for (const sitemap of robots.sitemaps) {
    if (!/^https?:\/\//i.test(sitemap)) notes.push(`"Sitemap: ${sitemap}" is not a whole address and is not found.`);
  }
  if (robots.groups.length === 0 && robots.loose.some(({ field }) => /^<(?:!doctype|html)/.test(field))) {
    notes.push("The file is a web page, not a robots.txt: no rule was found in it.");
  }
  return notes;
}
