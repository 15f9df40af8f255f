import { plainForm } from "../match-entities.ts";
import type { PageFacts } from "../page-facts.ts";
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
    const plain = plainForm(name.replace(legalForm, "")).trim();
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

const legalForm =
  /[\s,]+(?:gmbh(?: & co\.? kg)?|ag|se|kg|ug|inc\.?|llc|ltd\.?|limited|plc|corp\.?|s\.?a\.?s?|s\.?r\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|a\.?ş\.?|oy|ab|株式会社)$/iu;

const kinds: readonly (readonly [string, RegExp])[] = [
  [
    "about",
    /about|company|who-we-are|ueber-uns|über uns|unternehmen|[àa]-propos|à propos|quienes|quiénes|chi-siamo|chi siamo|over-ons|hakkımızda|hakkimizda|会社概要|私たちについて|关于我们|關於我們|من نحن/iu,
  ],
  ["contact", /contact|kontakt|contatti|iletişim|iletisim|お問い合わせ|联系我们|聯絡我們|اتصل بنا/iu],
  [
    "policies",
    /privacy|terms|imprint|legal|impressum|datenschutz|agb|mentions-l[ée]gales|editorial|polic|confidentialit|privacidad|riservatezza|gizlilik|kvkk|プライバシー|利用規約|隐私|隱私|الخصوصية/iu,
  ],
];

function waysToCheck(facts: PageFacts): string[] {
  const links = facts.links.map((link) => `${link.href} ${link.text}`);
  return kinds.filter(([, form]) => links.some((link) => form.test(link))).map(([kind]) => kind);
}
