import { join } from "node:path";
import { normaliseTitle, type TitleWords } from "#app/domain/exposure/normalise-title.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { readTable } from "./read-table.ts";

export type TitleRow = {
  readonly onet: string;
  readonly title: string;
  readonly words: TitleWords;
  /** `name` of the occupation, `reported` by employers, `alternate` from the long tail. */
  readonly from: "name" | "reported" | "alternate";
  /** Of reported titles: whether job seekers are shown it as one of the occupation's usual ones. */
  readonly isUsual: boolean;
};

/** Every title with its occupation; reported titles are listed once although they are alternates too. */
export function readTitles(data: string): readonly TitleRow[] {
  const rows: TitleRow[] = [];
  const seen = new Set<string>();
  const add = (onet: string, title: string, from: TitleRow["from"], isUsual = false) => {
    const key = `${onet}|${title.toLowerCase()}`;
    const words = normaliseTitle(title);
    if (seen.has(key) || words.length === 0) return;
    seen.add(key);
    rows.push({ onet, title, words, from, isUsual });
  };
  for (const row of readTable(join(data, "onet-30.1/Occupation Data.txt"), ["O*NET-SOC Code", "Title"]))
    add(row["O*NET-SOC Code"], row.Title, "name");
  for (const row of readTable(join(data, "titles/dev_sample_of_reported_titles.tsv"), [
    "O*NET-SOC Code",
    "Reported Job Title",
    "Shown in My Next Move",
  ])) {
    add(row["O*NET-SOC Code"], row["Reported Job Title"], "reported", row["Shown in My Next Move"].trim() === "Y");
  }
  for (const row of readTable(join(data, "titles/dev_alternate_titles.tsv"), ["O*NET-SOC Code", "Alternate Title"])) {
    add(row["O*NET-SOC Code"], row["Alternate Title"], "alternate");
  }
  return rows;
}

/** Words of task sentences and descriptions by occupation: the language of the work. */
export function readWorkWords(
  data: string,
): readonly { readonly onet: string; readonly words: TitleWords; readonly weight: number }[] {
  const descriptions = readTable(join(data, "onet-30.1/Occupation Data.txt"), ["O*NET-SOC Code", "Description"]).map(
    (row) => ({ onet: row["O*NET-SOC Code"], text: row.Description, weight: 1 }),
  );
  const tasks = readTable(join(data, "onet-30.1/Task Statements.txt"), ["O*NET-SOC Code", "Task"]).map((row) => ({
    onet: row["O*NET-SOC Code"],
    text: row.Task,
    weight: 0.4,
  }));
  return [...descriptions, ...tasks].map(({ onet, text, weight }) => ({
    onet,
    weight,
    words: [...normaliseTitle(text), ...normaliseTitle(text.slice(300))],
  }));
}

/** Titles of the same words, whatever their order, grade, number or abbreviations, are one family. */
export function familyOf({ words }: TitleRow): string {
  return [...new Set(words)].sort().join(" ");
}

/**
 * What is held out together. family: all titles of the same words, so that a title held out is nowhere known in other words.
 * title: equal titles only, as studies usually do; a title held out may be known with a grade or in another order.
 */
export type Split = "family" | "title";

export function groupOf(row: TitleRow, split: Split): string {
  return split === "family" ? familyOf(row) : row.title.toLowerCase();
}

/** A number 0..parts-1 that stays with a group in all its occupations. */
export function partOf(row: TitleRow, parts: number, split: Split = "family"): number {
  return hashText(`${split} ${groupOf(row, split)}`) % parts;
}

/**
 * The forms that a title names in brackets as titles of their own, `Dispatcher (Dispatch)` as both of them; without those
 * that stand among the rows themselves.
 */
export function shortForms(rows: readonly TitleRow[]): readonly TitleRow[] {
  const keyOf = ({ onet, words }: TitleRow) => `${onet}|${words.join(" ")}`;
  const known = new Set(rows.map(keyOf));
  return rows.flatMap((row) => {
    const [, before = "", inside = "", after = ""] = /^(.*?)\(([^)]*)\)(.*)$/.exec(row.title) ?? [];
    return [`${before} ${after}`.trim(), inside].flatMap((title) => {
      const form = { ...row, title, words: normaliseTitle(title) };
      if (form.words.length === 0 || known.has(keyOf(form))) return [];
      known.add(keyOf(form));
      return [form];
    });
  });
}
