import { join } from "node:path";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { readTitles } from "#app/cli/knowledge-build/read-titles.ts";
import type { TitleMatcher } from "#app/domain/exposure/match-title.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import type { Figure } from "./figures.ts";
import { roleWordings } from "./role-wordings.ts";

/** Finds SOC codes for a title, the best first. */
type Find = (title: string) => readonly string[];

const rounds = 3;

/**
 * The title model beside minisearch and fuse.js in one run, on the same titles of our own: how many a second, and how often
 * the first code and one of three is right. The peers hold the names of occupations, and with a data folder every title the
 * model was trained on.
 */
export function compareSearchers(matcher: TitleMatcher, data: string | null): readonly Figure[] {
  const named = occupations.occupations.map(({ title, soc }) => ({ title, soc }));
  const known =
    data === null
      ? named
      : readTitles(join(data, "exposure")).map(({ title, onet }) => ({ title, soc: onet.slice(0, 7) }));
  const documents = known.map((document, id) => ({ id, ...document }));
  const mini = new MiniSearch({ fields: ["title"], storeFields: ["soc"] });
  mini.addAll(documents);
  const fuse = new Fuse(documents, { keys: ["title"], ignoreLocation: true });
  const searchers: Readonly<Record<string, Find>> = {
    ours: (title) => matcher.match(title).matches.map(({ soc }) => soc),
    minisearch: (title) => mini.search(title, { fuzzy: 0.2, prefix: true }).map(({ soc }) => String(soc)),
    "fuse.js": (title) => fuse.search(title, { limit: 20 }).map(({ item }) => item.soc),
  };
  const found = Object.entries(searchers).map(([name, find]) => ({ name, ...measure(find) }));
  const own = found[0]?.perSecond ?? 1;
  const note = `${known.length} known titles`;
  return found.flatMap(({ name, perSecond, top1, top3 }): Figure[] => [
    { name: `${name}: titles a second`, value: perSecond, basis: "measured", note },
    { name: `${name}: speed of ours over it`, value: own / perSecond, basis: "measured" },
    { name: `${name}: first code right`, value: top1, basis: "measured" },
    { name: `${name}: one of three right`, value: top3, basis: "measured" },
  ]);
}

function measure(find: Find): { readonly perSecond: number; readonly top1: number; readonly top3: number } {
  const asked = roleWordings.flatMap(({ socs, wordings }) => wordings.map((title) => ({ socs, title })));
  const answers = asked.map(({ socs, title }) => {
    const found = [...new Set(find(title))].slice(0, 3);
    return { first: socs.includes(found[0] ?? ""), any: found.some((soc) => socs.includes(soc)) };
  });
  const from = performance.now();
  for (let round = 0; round < rounds; round++) for (const { title } of asked) find(title);
  const seconds = (performance.now() - from) / 1000;
  const share = (of: (answer: (typeof answers)[number]) => boolean) => answers.filter(of).length / answers.length;
  return {
    perSecond: (rounds * asked.length) / seconds,
    top1: share(({ first }) => first),
    top3: share(({ any }) => any),
  };
}
