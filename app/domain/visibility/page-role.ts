import type { PageFacts } from "./page-facts.ts";
import type { PageRole } from "./visibility-audit.ts";

const byPath: readonly (readonly [PageRole, RegExp])[] = [
  [
    "legal",
    /(?:^|[/_-])(?:privacy|terms|imprint|impressum|legal|datenschutz|agb|cookies?|disclaimer|mentions-legales)(?:[/_.-]|$)/i,
  ],
  ["contact", /(?:^|[/_-])(?:contact(?:-us)?|kontakt|contacto|contatti|locations?)(?:[/_.-]|$)/i],
  ["faq", /(?:^|[/_-])(?:faqs?|questions|help|hilfe)(?:[/_.-]|$)/i],
  ["about", /(?:^|[/_-])(?:about(?:-us)?|company|who-we-are|ueber-uns|unternehmen|team|a-propos)(?:[/_.-]|$)/i],
  [
    "article",
    /(?:^|[/_-])(?:blog|news|articles?|insights?|guides?|magazin|aktuelles|stories|press|resources)(?:[/_-].+)/i,
  ],
  ["offer", /(?:^|[/_-])(?:services?|products?|solutions?|pricing|offers?|leistungen|produkte|shop)(?:[/_.-]|$)/i],
];

const byType: Readonly<Record<string, PageRole>> = {
  Article: "article",
  NewsArticle: "article",
  BlogPosting: "article",
  TechArticle: "article",
  Report: "article",
  FAQPage: "faq",
  AboutPage: "about",
  ContactPage: "contact",
  Product: "offer",
  Service: "offer",
  CollectionPage: "listing",
};

/** What a page is for: its address first, then what its structured data says. Checks ask different things of different roles. */
export function pageRole(facts: PageFacts): PageRole {
  const told = roleByPath(facts.url);
  if (told !== null) return told;
  for (const entity of facts.entities) {
    const role = entity.nested ? undefined : byType[entity.type];
    if (role !== undefined) return role;
  }
  if (facts.links.length > 30 && facts.main.words < facts.links.length * 6) return "listing";
  return "other";
}

/** What the address alone says of a page's purpose, or null. */
export function roleByPath(url: string): PageRole | null {
  const path = pathOf(url);
  if (/^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:index\.\w+)?$/i.test(path)) return "home";
  return byPath.find(([, form]) => form.test(path))?.[0] ?? null;
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return "/";
  }
}
