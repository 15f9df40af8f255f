import type { PageFacts } from "../page-facts.ts";
import { type CheckInput, type Finding, found } from "./finding.ts";

const organizationTypes =
  /^(?:Organization|Corporation|LocalBusiness|NGO|OnlineBusiness|OnlineStore|EducationalOrganization|GovernmentOrganization|NewsMediaOrganization|ProfessionalService|MovingCompany|Store|Restaurant|Hotel|FinancialService|MedicalOrganization)$/;

/** Who speaks: a named author where somebody wrote, an organization with one name, and ways to check it. */
export function identity({ facts, role }: CheckInput): Finding {
  const parts: { value: number; seen: string }[] = [];
  if (role === "article") {
    parts.push(
      facts.author === null ? { value: 0, seen: "no author is named" } : { value: 1, seen: `author: ${facts.author}` },
    );
  }
  const names = organizationNames(facts);
  if (names.length === 0) parts.push({ value: 0, seen: "no organization is named for machines" });
  else if (names.length > 1) parts.push({ value: 0.4, seen: `several organization names: ${names.join(", ")}` });
  else parts.push({ value: 1, seen: `organization: ${names[0]}` });
  const ways = waysToCheck(facts);
  parts.push({
    value: Math.min(1, ways.length / 3),
    seen: ways.length === 0 ? "no link to about, contact or policies" : `links to ${ways.join(", ")}`,
  });
  const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
  const evidence = parts.map((part) => part.seen).join("; ");
  return found(value, `${evidence.charAt(0).toUpperCase()}${evidence.slice(1)}.`);
}

function organizationNames(facts: PageFacts): string[] {
  const names = new Map<string, string>();
  const add = (name: unknown) => {
    if (typeof name === "string" && name.trim() !== "") names.set(name.trim().toLowerCase(), name.trim());
  };
  for (const entity of facts.entities) {
    if (organizationTypes.test(entity.type) && !entity.nested) add(entity.properties.name);
    const publisher = entity.properties.publisher;
    if (typeof publisher === "object" && publisher !== null && "name" in publisher) add(publisher.name);
  }
  add(facts.metas["og:site_name"]);
  return [...names.values()];
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ["about", /about|company|who-we-are|ueber-uns|über uns|unternehmen|a-propos|quienes|chi-siamo|over-ons/i],
  ["contact", /contact|kontakt|contacto|contatti/i],
  ["policies", /privacy|terms|imprint|legal|impressum|datenschutz|agb|mentions-legales|editorial|polic/i],
];

function waysToCheck(facts: PageFacts): string[] {
  const links = facts.links.map((link) => `${link.href} ${link.text}`);
  return kinds.filter(([, form]) => links.some((link) => form.test(link))).map(([kind]) => kind);
}
