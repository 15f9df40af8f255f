import type { Named } from "./find-mentions.ts";

/** The host of what somebody gives as a domain, also out of a whole address; null where it is none. */
export function domainIn(given: string): string | null {
  const host = given
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#:].*$/s, "")
    .replace(/\.$/, "");
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u.test(host) ? host : null;
}

/** Parts of a text between commas or lines, without empty ones. */
export function partsOf(text: string, between: "commas" | "lines"): string[] {
  return text
    .split(between === "commas" ? /,/ : /\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Names, one a line; behind a comma other names, and domains where they look like one. A line without a name is none. */
export function namesIn(text: string): Named[] {
  return partsOf(text, "lines").flatMap((line) => {
    const [name, ...rest] = partsOf(line, "commas");
    if (name === undefined) return [];
    const domains = rest.map(domainIn);
    return [
      {
        name,
        aliases: rest.filter((_, at) => domains[at] === null),
        domains: domains.filter((domain) => domain !== null),
      },
    ];
  });
}
