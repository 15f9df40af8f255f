import { groupBy } from "../../kernel/group-by.ts";
import type { CrawledPage } from "../crawled-page.ts";
import type { Entity } from "../page-facts.ts";
import { pathOf } from "../path-of.ts";
import type { SiteFinding } from "./site-finding.ts";

const organizationTypes = /(?:^|[a-z])(?:Organization|Corporation|Business|Company|Service|Store|NGO)$/;
const most = 6;

type Said = { readonly value: string; readonly key: string; readonly url: string };

/** Organizations of the site's structured data, with the page that tells of them. */
export function organizationsOf(pages: readonly CrawledPage[]): { readonly entity: Entity; readonly url: string }[] {
  return pages.flatMap(({ audit }) =>
    (audit?.facts.entities ?? [])
      .filter(
        (entity) => !entity.nested && organizationTypes.test(entity.type) && typeof entity.properties.name === "string",
      )
      .map((entity) => ({ entity, url: audit?.url ?? "" })),
  );
}

/** What pages say of the organization and do not agree on: its name, its contact, its profiles elsewhere. */
export function findContradictions(pages: readonly CrawledPage[]): SiteFinding[] {
  const organizations = organizationsOf(pages).filter(({ entity }) => entity.type !== "Service");
  const of = (name: string, key: (value: string) => string): Said[] =>
    organizations.flatMap(({ entity, url }) =>
      textsOf(entity.properties[name]).map((value) => ({ value, key: key(value), url })),
    );
  const single = (
    name: string,
    what: string,
    key: (value: string) => string,
    kind: SiteFinding["kind"],
  ): SiteFinding[] => differing(of(name, key), what, kind, name);
  return [
    ...single("name", "The organization is called by different names", folded, "name-differs"),
    ...single("telephone", "Different telephone numbers are given", digits, "contact-differs"),
    ...single("email", "Different e-mail addresses are given", folded, "contact-differs"),
    ...single("address", "Different addresses are given", folded, "contact-differs"),
    ...profiles(organizations),
  ];
}

function differing(said: readonly Said[], what: string, kind: SiteFinding["kind"], subject: string): SiteFinding[] {
  const values = groupBy(
    said.filter(({ key }) => key !== ""),
    ({ key }) => key,
  );
  if (values.size < 2) return [];
  const parts = [...values.values()].slice(0, most).map((same) => `${same[0]?.value} (${pathOf(same[0]?.url ?? "")})`);
  const pages = [...new Set(said.map(({ url }) => url))];
  return [
    {
      kind,
      severity: kind === "name-differs" ? "high" : "medium",
      check: "identity",
      subject,
      text: `${what}: ${parts.join("; ")}.`,
      pages,
    },
  ];
}

/** Pages that tell of profiles elsewhere and name none in common with the others. */
function profiles(organizations: readonly { readonly entity: Entity; readonly url: string }[]): SiteFinding[] {
  const told = organizations
    .map(({ entity, url }) => ({ url, links: textsOf(entity.properties.sameAs).map(folded) }))
    .filter(({ links }) => links.length > 0);
  const first = told[0];
  const apart = told.filter(({ links }) => first !== undefined && !links.some((link) => first.links.includes(link)));
  if (first === undefined || apart.length === 0) return [];
  const text = `${pathOf(apart[0]?.url ?? "")} names other profiles of the organization (sameAs) than ${pathOf(first.url)}.`;
  const pages = [first.url, ...apart.map(({ url }) => url)];
  return [{ kind: "profiles-differ", severity: "low", check: "identity", subject: "sameAs", text, pages }];
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  const parts = Object.entries(value).flatMap(([name, each]) =>
    typeof each === "string" && !name.startsWith("@") && name !== "type" ? [each] : [],
  );
  return parts.length === 0 ? [] : [parts.join(", ")];
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/[\s.,;/-]+/g, " ")
    .trim();
}

function digits(text: string): string {
  return text.replace(/\D/g, "").replace(/^00/, "").slice(-9);
}
