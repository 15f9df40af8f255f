import { hashText } from "#app/domain/exposure/title-features.ts";

const prefixes = ["Sr.", "Senior", "Junior", "Lead", "Regional"];
const suffixes = ["II", "III", "- North America", "(EMEA)", "- Night Shift", ", Part Time"];

/** A title as people type it: one slip of the finger, a grade in front or a place behind; the same for the same title. */
export function disturb(title: string): string {
  const dice = hashText(`noise ${title}`);
  const slipped = dice % 3 === 0 ? title : slip(title, dice >>> 4);
  if (dice % 2 === 0) return `${prefixes[dice % prefixes.length]} ${slipped}`;
  return `${slipped} ${suffixes[(dice >>> 8) % suffixes.length]}`;
}

/** Swaps, drops or doubles one letter of the longest word. */
function slip(title: string, dice: number): string {
  const longest = title.split(/\s+/).reduce((best, word) => (word.length > best.length ? word : best), "");
  if (longest.length < 5) return title;
  const at = 1 + (dice % (longest.length - 3));
  const wrong = [
    longest.slice(0, at) + (longest[at + 1] ?? "") + (longest[at] ?? "") + longest.slice(at + 2),
    longest.slice(0, at) + longest.slice(at + 1),
    longest.slice(0, at) + (longest[at] ?? "") + longest.slice(at),
  ][dice % 3];
  return title.replace(longest, wrong ?? longest);
}
