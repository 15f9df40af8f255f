import { hashText } from "#app/domain/exposure/title-features.ts";
import type { SparseTable, TitleModel, WordVectors } from "#app/domain/exposure/title-model.ts";
import { type PackedNetwork, readNetwork } from "#app/knowledge/occupations/read-network.ts";
import { uncalibrated } from "./calibrate-titles.ts";
import { knownTitles, type MergedTitle, mergeTitles, spellingOf, usualWords } from "./known-titles.ts";
import type { OccupationFacts } from "./occupation-facts.ts";
import { packNetwork } from "./pack-network.ts";
import type { readWorkWords, TitleRow } from "./read-titles.ts";
import { tableFrom } from "./sparse-table.ts";
import { type Example, trainNetwork } from "./train-network.ts";

const nameWeight = 3;
/** A task sentence beside a title in the training of the network. */
const taskWeight = 0.3;
/** Combination before it is fitted: a start for the descent. */
export const start = [0.3, 0.65, 0.18, 0.1, 0.2, 0, 0, 1.5, 0.7];
/** The last two weigh an equal known title. A title held out has none, so they are not learned but kept. */
export const learned = 7;

export type Classes = Pick<OccupationFacts, "onet" | "title">;
type WorkWords = ReturnType<typeof readWorkWords>;

export type Material = {
  readonly rows: readonly TitleRow[];
  /** Titles that are known to the nearest-title reading alone: the network reads the long form, which holds them. */
  readonly forms: readonly TitleRow[];
  readonly work: WorkWords;
  readonly classes: readonly Classes[];
  readonly vectors: WordVectors;
};

/** Hands out what was made before, or has it made. */
export type Keep = (make: () => PackedNetwork) => PackedNetwork;

/** The trained model; its network has the weights as coarse as in the pack, so that what is measured is what is shipped. */
export type Trained = { readonly model: TitleModel; readonly packed: PackedNetwork };

/** Trains every part of the title model; how they are combined, and the threshold, are fitted afterwards. */
export function trainTitles({ rows, forms, work, classes, vectors }: Material, keep: Keep): Trained {
  const classOf = new Map(classes.map(({ onet }, at) => [onet, at]));
  const titles = mergeTitles([...rows, ...forms], classOf);
  const words = usualWords(titles);
  const packed = keep(() => {
    const examples = [...titleExamples(mergeTitles(rows, classOf)), ...workExamples(work, classOf)];
    return packNetwork(trainNetwork(examples, classes.length, vectors));
  });
  const model = {
    version: "4",
    onets: classes.map(({ onet }) => onet),
    names: classes.map(({ title }) => title),
    known: knownTitles(
      titles,
      words.map(([word]) => word),
    ),
    spelling: spellingOf(words),
    network: readNetwork(packed),
    vectors,
    wordCounts: countWords(rows, work, classOf),
    combination: start,
    calibration: uncalibrated,
    threshold: 0.5,
  };
  return { model, packed };
}

function titleExamples(titles: readonly MergedTitle[]): readonly Example[] {
  return titles.map(({ words, classes }) => {
    const total = [...classes.values()].reduce((sum, count) => sum + count, 0);
    return { words, classes: [...classes].map(([klass, count]) => [klass, count / total] as const), weight: 1 };
  });
}

function workExamples(work: WorkWords, classOf: ReadonlyMap<string, number>): readonly Example[] {
  return work.flatMap(({ onet, words, weight }) => {
    const klass = classOf.get(onet);
    return klass === undefined || words.length === 0
      ? []
      : [{ words, classes: [[klass, 1] as const], weight: weight === 1 ? 1 : taskWeight }];
  });
}

function countWords(rows: readonly TitleRow[], work: WorkWords, classOf: ReadonlyMap<string, number>): SparseTable {
  const counts = new Map<number, Map<number, number>>();
  const add = (onet: string, words: readonly string[], weight: number) => {
    const klass = classOf.get(onet);
    if (klass === undefined) return;
    for (const word of words) {
      const key = hashText(word);
      const classes = counts.get(key) ?? new Map<number, number>();
      counts.set(key, classes);
      classes.set(klass, (classes.get(klass) ?? 0) + weight);
    }
  };
  for (const row of rows) add(row.onet, row.words, row.from === "name" ? nameWeight : 1);
  for (const { onet, words, weight } of work) add(onet, words, weight);
  return tableFrom([...counts].map(([key, classes]) => [key, [...classes]] as const));
}
