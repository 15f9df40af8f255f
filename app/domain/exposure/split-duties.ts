import { longestTask, mostTasks, type StatedTask } from "../workforce/role.ts";
import { type DutyLine, readHeading, readLines, type Section } from "./duty-lines.ts";
import { readShare } from "./duty-share.ts";

/** Why a piece of a pasted description is not among the duties. */
export type LeftOutReason =
  | "heading"
  | "introduction"
  | "requirements"
  | "about"
  | "no-words"
  | "repeated"
  | "too-long"
  | "too-many"
  | "too-much";

export type LeftOut = { readonly text: string; readonly reason: LeftOutReason };

/** The duties of a description with the shares of time it states, and everything that was left out, with the reason. */
export type SplitDuties = { readonly duties: readonly StatedTask[]; readonly leftOut: readonly LeftOut[] };

/** Characters of a description that are read. */
export const mostRead = 40_000;

type Piece = DutyLine & { readonly section: Section | "introduction" | "heading" };

/**
 * Duties from a job description or a list, in any layout: paragraphs, marked or numbered lists, semicolons, remnants of HTML. Sections on
 * requirements and on the employer are left out. Every piece of the text is in the answer, as a duty or as left out.
 */
export function splitDuties(text: string): SplitDuties {
  const duties: StatedTask[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  const { read, beyond } = cut(text);
  for (const piece of piecesOf(read)) {
    const reason = piece.section === "duties" ? null : piece.section;
    for (const part of reason === null ? partsOf(piece) : [piece.text]) {
      const { text: said, ...share } = readShare(part);
      const bare = said.replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/gu, "");
      const kept = shorten(bare);
      const key = bare.toLowerCase();
      if (reason !== null) leftOut.push({ text: part, reason });
      else if (!readsAsWords(bare)) leftOut.push({ text: part, reason: "no-words" });
      else if (seen.has(key)) leftOut.push({ text: part, reason: "repeated" });
      else if (duties.length === mostTasks) leftOut.push({ text: part, reason: "too-many" });
      else {
        seen.add(key);
        duties.push({ text: kept, ...share });
        if (kept.length < bare.length) leftOut.push({ text: bare.slice(kept.length).trim(), reason: "too-long" });
      }
    }
  }
  if (beyond !== "") leftOut.push({ text: beyond, reason: "too-much" });
  return { duties, leftOut };
}

/** What is read of the text, and what lies beyond, cut between words. */
function cut(text: string): { readonly read: string; readonly beyond: string } {
  if (text.length <= mostRead) return { read: text, beyond: "" };
  const at = wordEnd(text, mostRead);
  return { read: text.slice(0, at), beyond: text.slice(at).trim() };
}

/** Where the last word ends that ends by `limit`; in the middle of a longer word, but never inside a character. */
function wordEnd(text: string, limit: number): number {
  const space = text.slice(0, limit + 1).search(/\s\S*$/);
  if (space > limit / 2) return space;
  return /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}

function shorten(text: string): string {
  return text.length <= longestTask ? text : text.slice(0, wordEnd(text, longestTask)).trimEnd();
}

/** Lines with the section they stand in. What stands before the first heading is an introduction when duties have a heading. */
function piecesOf(text: string): readonly Piece[] {
  const lines = readLines(text).map((line) => ({ line, heading: readHeading(line) }));
  const titled = lines.some(({ heading }) => heading?.section === "duties");
  let section: Piece["section"] = titled ? "introduction" : "duties";
  const pieces: Piece[] = [];
  for (const { line, heading } of lines) {
    if (heading === null) {
      pieces.push({ ...line, section: section === "introduction" && line.bullet ? "duties" : section });
      continue;
    }
    pieces.push({ text: heading.text, bullet: false, section: "heading" });
    // A heading we do not know stands inside a section, or begins the work.
    if (heading.section !== null) section = heading.section;
    else if (section === "introduction") section = "duties";
    if (heading.rest !== "") pieces.push({ text: heading.rest, bullet: false, section });
  }
  return pieces;
}

/** A marked line is one duty, unless semicolons or marks inside make a list of it; a paragraph is one for each sentence. */
function partsOf({ text, bullet }: DutyLine): readonly string[] {
  const listed = text.split(/\s*[;；•●▪]\s*|\s+[·|]\s+/u).filter((part) => part !== "");
  if (bullet && listed.length === 1 && text.length <= longestTask) return [text];
  return listed.flatMap((part) =>
    part
      .split(/(?<=\p{L}{4}|[)%\d])[.!?]\s+(?=[\p{Lu}\p{Lo}"“(])|(?<=[。！？؟])\s*/u)
      .map((sentence) => sentence.trim())
      .filter((sentence) => sentence !== ""),
  );
}

/** At least two letters, and not mostly signs: what is left of a picture or a table is not a duty. */
function readsAsWords(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 2 && letters * 3 >= text.replace(/\s/g, "").length;
}
