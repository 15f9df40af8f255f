import MiniSearch from "minisearch";
import { type Answer, answerTo, type Truth, testSets } from "./measure-titles.ts";
import type { TitleRow } from "./read-titles.ts";

const considered = 30;

/** Answers of a usual searcher that holds the same titles as the model: SOC codes in the order in which their titles are found. */
export function measurePeers(
  seen: readonly TitleRow[],
  test: readonly TitleRow[],
  truth: Truth,
): Readonly<Record<string, readonly Answer[]>> {
  const search = new MiniSearch({ fields: ["title"], storeFields: ["soc"] });
  search.addAll(seen.map(({ title, onet }, id) => ({ id, title, soc: onet.slice(0, 7) })));
  const find = (title: string) =>
    search
      .search(title, { fuzzy: 0.2, prefix: true })
      .slice(0, considered)
      .map(({ soc }) => String(soc));
  return Object.fromEntries(
    Object.entries(testSets(test)).map(([kind, { rows, rewrite }]) => [
      `${kind}.minisearch`,
      rows.map((row) => answerTo(row, [...new Set(find(rewrite(row.title)))], 0, truth)),
    ]),
  );
}
