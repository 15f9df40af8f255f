/**
 * The part of an address that names an organization: lower-case Latin letters, digits and hyphens, at most 40. Accents go,
 * other scripts leave nothing, and then it is `organization`.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "organization" : plain;
}

/** `slug` itself, or with an ending from `unique` (letters and digits) when it is taken. */
export function freeSlug(slug: string, taken: boolean, unique: string): string {
  return taken ? `${slug}-${unique.replaceAll(/[^a-z0-9]/g, "").slice(0, 6)}` : slug;
}
