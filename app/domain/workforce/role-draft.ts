import type { Role } from "./role.ts";

/** What somebody says of a role before it is kept. */
export type RoleDraft = Omit<Role, "id">;

/** Bounds of what is kept. Text is counted in UTF-16 units, as forms and databases do. */
export const roleBounds = {
  title: 200,
  place: 120,
  context: 4_000,
  headcount: 1_000_000,
  annualPay: 100_000_000,
  hoursPerYear: { least: 100, most: 4_000 },
} as const;

/**
 * What makes two rows one role: title, department, site, level and country, compared without case, spacing and accents that differ
 * only in how they are encoded.
 */
export function roleKey(role: Pick<RoleDraft, "title" | "department" | "site" | "level" | "country">): string {
  return [role.title, role.department, role.site, role.level, role.country]
    .map((part) => (part ?? "").normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim())
    .join("\u0000");
}
