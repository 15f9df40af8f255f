import { hashText } from "#app/domain/exposure/title-features.ts";

const prefixes = ["Sr.", "Senior", "Junior", "Lead", "Regional"];
const suffixes = ["II", "III", "- North America", "(EMEA)", "- Night Shift", ", Part Time"];

/** A title as people type it: one slip of the finger, a grade in front or a place behind; the same for the same title. */
export function disturb(title: string): string {
  const dice = hashText(`noise ${title}`);
  const longest = title.split(/\s+/).reduce((best, word) => (word.length > best.length ? word : best), "");
  const slipped = dice % 3 === 0 ? title : title.replace(longest, slip(longest, dice >>> 4));
  if (dice % 2 === 0) return `${prefixes[dice % prefixes.length]} ${slipped}`;
  return `${slipped} ${suffixes[(dice >>> 8) % suffixes.length]}`;
}

/** Swaps, drops or doubles one letter of a word of at least five. */
export function slip(word: string, dice: number): string {
  if (word.length < 5) return word;
  const at = 1 + (dice % (word.length - 3));
  const wrong = [
    word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + (word[at] ?? "") + word.slice(at),
  ][dice % 3];
  return wrong ?? word;
}
