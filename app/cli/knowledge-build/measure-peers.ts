import MiniSearch from "minisearch";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { type Answers, answerTo } from "./measure-titles.ts";
import type { Asked } from "./read-held-out.ts";
import type { TitleRow } from "./read-titles.ts";

const considered = 30;

/** Answers of a usual searcher that holds the same titles as the model: SOC codes in the order in which their titles are found. */
export function measurePeers(seen: readonly TitleRow[], asked: readonly Asked[]): Answers {
  const search = new MiniSearch({ fields: ["title"], storeFields: ["soc"] });
  search.addAll(seen.map(({ title, onet }, id) => ({ id, title, soc: onet.slice(0, 7) })));
  const find = (title: string) =>
    search
      .search(title, { fuzzy: 0.2, prefix: true })
      .slice(0, considered)
      .map(({ soc }) => String(soc));
  return Object.fromEntries(
    [...groupBy(asked, ({ kind }) => kind)].map(([kind, own]) => [
      `${kind}.minisearch`,
      own.map((read) => answerTo(read, [...new Set(find(read.asked))], 0)),
    ]),
  );
}
