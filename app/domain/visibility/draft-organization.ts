import type { CrawledPage } from "./crawled-page.ts";
import { organizationsOf } from "./site/find-contradictions.ts";

/** What the organization says of itself in its profile. */
export type OrganizationFacts = {
  readonly name: string;
  readonly website: string | null;
  readonly country: string | null;
};

export type Draft = {
  /** Lines with `+`, `-` or a space before them. */
  readonly diff: string;
  /** What only a person knows, in words; it stands in brackets in the diff or is left out. */
  readonly missing: readonly string[];
};

const known = ["legalName", "logo", "telephone", "email", "address"] as const;

/**
 * JSON-LD of the organization, from its profile and from what its pages say already. Nothing is made up: what nobody said is left
 * out and named. The name is the profile's, so that every page says the same.
 */
export function draftOrganization(facts: OrganizationFacts, homepage: string, pages: readonly CrawledPage[]): Draft {
  const told = organizationsOf(pages).map(({ entity }) => entity.properties);
  const url = new URL("/", homepage).href;
  const first = (name: string) =>
    told.map((properties) => properties[name]).find((value) => value != null && value !== "");
  const profiles = [...new Set(told.flatMap(({ sameAs }) => (Array.isArray(sameAs) ? sameAs : [sameAs])))].filter(
    (each): each is string => typeof each === "string" && /^https?:\/\//.test(each),
  );
  const found = known.flatMap((name) => {
    const value = first(name);
    return value === undefined ? [] : [[name, typeof value === "object" ? value : String(value)] as const];
  });
  const entity = {
    "@context": "https://schema.org",
    "@type": "Organization",
    "@id": `${url}#organization`,
    name: facts.name,
    url,
    ...Object.fromEntries(found),
    ...(profiles.length === 0 ? {} : { sameAs: profiles }),
  };
  const has = new Set(found.map(([name]) => name as string));
  const missing = [
    ...(has.has("logo") ? [] : ["the address of the logo (logo)"]),
    ...(has.has("address") ? [] : ["the postal address (address)"]),
    ...(has.has("telephone") || has.has("email") ? [] : ["a telephone number or e-mail address (telephone, email)"]),
    ...(profiles.length === 0 ? ["profiles elsewhere that are yours (sameAs)"] : []),
  ];
  return { diff: added(scriptOf(entity)), missing };
}

/** A JSON-LD block. No text inside can end it early. */
export function scriptOf(entity: unknown): string {
  const json = JSON.stringify(entity, null, 2).replaceAll("<", "\\u003c");
  return `<script type="application/ld+json">\n${json}\n</script>`;
}

export function added(text: string): string {
  return text
    .split("\n")
    .map((line) => `+ ${line}`)
    .join("\n");
}
