import type { Entity } from "./page-facts.ts";

/** Types that describe the site or the way to the page, not what the page shows. */
const apart = new Set(["WebSite", "WebPage", "BreadcrumbList", "SearchAction", "ImageObject", "ListItem"]);

/** What an entity states and the page does not show, in words. Readers and machines should be told the same. */
export function unseenIn(entity: Pick<Entity, "type" | "nested" | "properties">, plainText: string): string[] {
  const { type, nested, properties } = entity;
  const unseen: string[] = [];
  const missing = (value: unknown): value is string => typeof value === "string" && !isIn(plainText, value);
  const { headline, name } = properties;
  if (!nested && !apart.has(type)) {
    const label = typeof headline === "string" ? headline : name;
    if (missing(label)) unseen.push(`names "${label.slice(0, 60)}"`);
  }
  if (type === "AggregateRating") {
    const rating = textOf(properties.ratingValue);
    if (rating !== null && !isIn(plainText, rating)) unseen.push(`gives a rating of ${rating.slice(0, 10)}`);
  }
  if (type === "Offer") {
    const price = textOf(properties.price);
    if (price !== null && !hasPrice(plainText, price)) unseen.push(`gives a price of ${price.slice(0, 20)}`);
  }
  if (type === "Question" && missing(name)) unseen.push(`asks "${name.slice(0, 60)}"`);
  return unseen;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() || null : null;
}

function isIn(plainText: string, value: string): boolean {
  const wanted = plainForm(value.slice(0, 300)).trim();
  return wanted === "" || plainText.includes(wanted);
}

/** A price may stand with grouped thousands, with a comma, or without its cents. */
function hasPrice(plainText: string, price: string): boolean {
  const number = Number(price.replace(",", "."));
  if (!Number.isFinite(number) || number === 0) return true;
  const whole = Math.trunc(number);
  const digits = plainText.replace(/(?<=\d) (?=\d{3}(?!\d))/g, "");
  return new RegExp(`(?<!\\d)${whole}(?!\\d)`).test(digits);
}

/** Lower case, words parted by one space: what is compared. */
export function plainForm(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/&amp;/g, "&")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
}
