const named = [
  "name",
  "headline",
  "url",
  "legalName",
  "sameAs",
  "telephone",
  "email",
  "address",
  "logo",
  "datePublished",
  "dateModified",
];

/** Of a structured-data node, what a comparison between pages and a draft of a fix need, cut to a size that can be kept. */
export function keptProperties(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of named) {
    const value = cut(properties[name], 2);
    if (value !== null) kept[name] = value;
  }
  return kept;
}

function cut(value: unknown, depth: number): unknown {
  if (typeof value === "string") return value.slice(0, 400);
  if (value === null || typeof value !== "object" || depth === 0) return null;
  if (Array.isArray(value)) {
    const items = value.slice(0, 20).flatMap((each) => cut(each, depth - 1) ?? []);
    return items.length === 0 ? null : items;
  }
  const entries = Object.entries(value)
    .filter(([name]) => !name.startsWith("@") || name === "@type")
    .slice(0, 12)
    .flatMap(([name, each]) => (typeof each === "string" ? [[name, each.slice(0, 400)] as const] : []));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
