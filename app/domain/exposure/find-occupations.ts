import type { Occupation } from "./occupation-pack.ts";

/** Occupations whose name has every word of `text`, or begins one with it; a code finds its own. The shortest names first. */
export function findOccupations(
  text: string,
  occupations: readonly Occupation[],
  most: number,
): readonly Pick<Occupation, "onet" | "title">[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? [];
  if (words.length === 0) return [];
  const found = occupations.filter(({ onet, title }) => {
    if (words.length === 1 && onet.startsWith(words[0] ?? "")) return true;
    const parts = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
  return found
    .map(({ onet, title }) => ({ onet, title }))
    .sort((a, b) => a.title.length - b.title.length || (a.title < b.title ? -1 : 1))
    .slice(0, most);
}
