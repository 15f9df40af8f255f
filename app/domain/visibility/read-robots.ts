import { matchLength, robotsPath } from "./match-path.ts";

/**
 * robots.txt by RFC 9309, with the readings that Google's published parser adds where the standard is silent: typing errors of
 * field names, a missing colon, `index.html` as its folder, the first bytes of a byte-order mark, lines cut at 16 KiB.
 * Text is handled as bytes: a string in which each character is one octet.
 */
export type RobotsRule = {
  readonly allow: boolean;
  /** Percent-encoded, hexadecimal digits in capitals. */
  readonly pattern: string;
  readonly line: string;
};

export type RobotsGroup = {
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  /** Fields that are not access rules, in lower case, as they stood in the group. */
  readonly others: readonly { readonly field: string; readonly value: string }[];
  /** Agents whose own lines held no rule, so that the rules of the next agent became theirs. */
  readonly fellThrough: readonly string[];
};

export type Robots = {
  readonly groups: readonly RobotsGroup[];
  readonly sitemaps: readonly string[];
  /** Fields outside any group. */
  readonly loose: readonly { readonly field: string; readonly value: string }[];
};

export type RobotsVerdict = {
  readonly allowed: boolean;
  readonly rule: string | null;
  readonly group: "named" | "everyone" | "none";
};

/** Google's line buffer: 2083 x 8 octets, the last one for its end mark. */
const longestLine = 2083 * 8 - 1;
const disallowForms = ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"];
const agentForms = ["user-agent", "useragent", "user agent"];
const sitemapForms = ["sitemap", "site-map"];

/** One character for each octet of the UTF-8 form of `text`. */
export function octetsOf(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is every ASCII octet
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let octets = "";
  for (const octet of new TextEncoder().encode(text)) octets += String.fromCharCode(octet);
  return octets;
}

/** Reads a robots.txt given as text; a file that is not UTF-8 goes through `readRobotsOctets`. */
export function readRobots(text: string): Robots {
  return readRobotsOctets(octetsOf(text));
}

type Writable = {
  readonly agents: string[];
  readonly rules: RobotsRule[];
  readonly others: { field: string; value: string }[];
  readonly fellThrough: string[];
};

export function readRobotsOctets(octets: string): Robots {
  const groups: Writable[] = [];
  const sitemaps: string[] = [];
  const loose: { field: string; value: string }[] = [];
  let open = false;
  for (const raw of octets.slice(markLength(octets)).split(/\r\n|\n|\r/)) {
    const parts = fieldOf(raw.length > longestLine ? raw.slice(0, longestLine) : raw);
    if (parts === null) continue;
    const { field, value } = parts;
    const current = groups.at(-1);
    if (startsWithAny(field, agentForms)) {
      if (open && current !== undefined) {
        if (current.others.length > 0 && current.fellThrough.length === 0) current.fellThrough.push(...current.agents);
        current.agents.push(value);
      } else groups.push({ agents: [value], rules: [], others: [], fellThrough: [] });
      open = true;
    } else if (field.startsWith("allow") || startsWithAny(field, disallowForms)) {
      if (current === undefined) continue;
      open = false;
      current.rules.push({ allow: field.startsWith("allow"), pattern: encodePattern(value), line: raw.trim() });
    } else if (startsWithAny(field, sitemapForms)) sitemaps.push(value);
    else (current?.others ?? loose).push({ field, value });
  }
  return { groups, sitemaps, loose };
}

/** How many of the first octets are the beginning of a UTF-8 byte-order mark. */
function markLength(octets: string): number {
  let length = 0;
  while (length < 3 && octets[length] === "\xef\xbb\xbf"[length]) length += 1;
  return length;
}

/** Splits a line into field (lower case) and value; null when it holds neither rule nor field. */
function fieldOf(raw: string): { field: string; value: string } | null {
  let line = raw;
  const comment = line.search(/[#\0]/);
  if (comment >= 0) line = line.slice(0, comment);
  line = trimmed(line);
  let at = line.indexOf(":");
  if (at < 0) {
    // A missing colon is forgiven when exactly two words stand in the line.
    at = line.search(/[ \t]/);
    if (at < 0 || /[ \t]/.test(line.slice(at).replace(/^[ \t]+/, ""))) return null;
  }
  const field = trimmed(line.slice(0, at)).toLowerCase();
  return field === "" ? null : { field, value: trimmed(line.slice(at + 1)) };
}

/** Cuts the white space that C's `isspace` names; `trim` would also take the octet 0xA0, which may be half a character. */
function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function startsWithAny(field: string, forms: readonly string[]): boolean {
  return forms.some((form) => field.startsWith(form));
}

/** Octets above 0x7f become %XX and the digits of escapes become capitals, so that equal paths have equal octets. */
function encodePattern(value: string): string {
  if (!/[%\x80-\xff]/.test(value)) return value;
  return value
    .replace(/%[0-9a-fA-F]{2}/g, (triplet) => triplet.toUpperCase())
    .replace(/[\x80-\xff]/g, (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * Whether `agent` may fetch `url`. A group that names the agent replaces the groups for everyone; groups for one agent merge;
 * the longest match decides and Allow wins a tie. `literal` also compares whole agent lines, for tokens with digits or spaces,
 * which the standard's grammar does not know and a strict parser never finds.
 */
export function verdictOn(robots: Robots, agent: string, url: string, literal = false): RobotsVerdict {
  const { groups, group } = groupsFor(robots, agent, literal);
  const path = robotsPath(octetsOf(url));
  // RFC 9309, 2.2.2: the file that holds the rules may always be fetched.
  const decided = path === "/robots.txt" ? null : decide(groups, path);
  return { allowed: decided?.allow ?? true, rule: decided === null ? null : textOfOctets(decided.line), group };
}

type Chosen = { readonly groups: readonly RobotsGroup[]; readonly group: RobotsVerdict["group"] };

/** Groups once chosen: a file is asked for many addresses by the same agents. */
const chosen = new WeakMap<Robots, Map<string, Chosen>>();
const mostChosen = 1_000;

function groupsFor(robots: Robots, agent: string, literal: boolean): Chosen {
  let known = chosen.get(robots);
  if (known === undefined) {
    known = new Map();
    chosen.set(robots, known);
  }
  const key = literal ? `=${agent}` : agent;
  let found = known.get(key);
  if (found === undefined) {
    found = choose(robots, agent.toLowerCase(), literal);
    if (known.size < mostChosen) known.set(key, found);
  }
  return found;
}

function choose(robots: Robots, wanted: string, literal: boolean): Chosen {
  const named: RobotsGroup[] = [];
  const everyone: RobotsGroup[] = [];
  for (const group of robots.groups) {
    if (group.agents.some((line) => namesAgent(line, wanted, literal))) named.push(group);
    else if (group.agents.some(namesEveryone)) everyone.push(group);
  }
  if (named.length > 0) return { groups: named, group: "named" };
  return { groups: everyone, group: everyone.length > 0 ? "everyone" : "none" };
}

/** The text whose UTF-8 form `octets` is; what is not UTF-8 shows as replacement characters. */
export function textOfOctets(octets: string): string {
  if (!/[\x80-\xff]/.test(octets)) return octets;
  return new TextDecoder().decode(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
}

function namesEveryone(line: string): boolean {
  return line.startsWith("*") && (line.length === 1 || isSpace(line.charCodeAt(1)));
}

function namesAgent(line: string, wanted: string, literal: boolean): boolean {
  if (namesEveryone(line)) return false;
  const token = /^[a-zA-Z_-]*/.exec(line)?.[0] ?? "";
  return token.toLowerCase() === wanted || (literal && line.toLowerCase() === wanted);
}

/** The rule with the longest match, an Allow before a Disallow of the same length; an empty pattern decides nothing. */
function decide(groups: readonly RobotsGroup[], path: string): RobotsRule | null {
  let best: RobotsRule | null = null;
  let length = 0;
  for (const group of groups) {
    for (const rule of group.rules) {
      const matched = matchLength(rule, path);
      if (matched > length || (matched === length && matched > 0 && rule.allow && best?.allow === false)) {
        best = rule;
        length = matched;
      }
    }
  }
  return best;
}
