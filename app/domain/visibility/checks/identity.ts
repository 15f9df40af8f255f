import { withoutLegalForm } from "../legal-forms.ts";
import { plainForm } from "../match-entities.ts";
import type { PageFacts } from "../page-facts.ts";
import { plainText } from "../phrases/by-language.ts";
import { pagesAboutUs } from "../phrases/identity.ts";
import { type CheckInput, type Finding, found } from "./finding.ts";

const organizationTypes =
  /^(?:Organization|Corporation|LocalBusiness|NGO|OnlineBusiness|OnlineStore|EducationalOrganization|GovernmentOrganization|NewsMediaOrganization|ProfessionalService|MovingCompany|Store|Restaurant|Hotel|FinancialService|MedicalOrganization)$/;

/** Who speaks: a named author where somebody wrote, an organization with one name, and ways to check it. */
export function identity({ facts, role }: CheckInput): Finding {
  const parts: { value: number; seen: string }[] = [];
  if (role === "article") {
    parts.push(
      facts.author === null
        ? { value: 0, seen: "no author is named" }
        : facts.authorLinked
          ? { value: 1, seen: `author: ${facts.author}` }
          : { value: 0.7, seen: `author: ${facts.author}, without a page or a line about them` },
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
  /** "Kestrel Freight GmbH" and "Kestrel Freight" are one name. */
  const add = (name: unknown) => {
    if (typeof name !== "string" || name.trim() === "") return;
    const plain = plainForm(withoutLegalForm(name)).trim();
    if (plain !== "" && ![...names.keys()].some((known) => known.startsWith(plain) || plain.startsWith(known)))
      names.set(plain, name.trim());
  };
  for (const entity of facts.entities) {
    if (organizationTypes.test(entity.type) && !entity.nested) add(entity.properties.name);
    const publisher = entity.properties.publisher;
    if (typeof publisher === "object" && publisher !== null && "name" in publisher) add(publisher.name);
  }
  add(facts.metas["og:site_name"]);
  return [...names.values()];
}

function waysToCheck(facts: PageFacts): string[] {
  return pagesAboutUs(facts.links.map((link) => plainText(`${readable(link.href)} ${link.text}`)));
}

/** An address with its letters instead of their codes. */
function readable(href: string): string {
  try {
    return decodeURI(href.slice(0, 500));
  } catch {
    return href;
  }
}
