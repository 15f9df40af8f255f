/** What an import does to a role, in the order in which pages name it. */
export const importKinds = ["add", "change", "remove", "same"] as const;

export type ImportKindName = (typeof importKinds)[number];

/** The kind that an address asks for; null is all of them. */
export function importKind(url: URL): ImportKindName | null {
  return importKinds.find((kind) => kind === url.searchParams.get("kind")) ?? null;
}
