import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";

/** A role before it is kept, valid by default. */
export function aRoleDraft(over: Partial<RoleDraft> = {}): RoleDraft {
  return { title: "Dispatcher", headcount: 9, department: "Operations", site: "Hamburg", country: "DE", ...over };
}

/** The bytes of a CSV file with these lines. */
export function aCsv(...lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
