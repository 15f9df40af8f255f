import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TitleModel, WordVectors } from "#app/domain/exposure/title-model.ts";
import type { PackedNetwork } from "#app/knowledge/occupations/read-network.ts";
import { answered, fitCalibration, reliability, thresholdOf, uncalibrated } from "./calibrate-titles.ts";
import { fitCombination } from "./fit-combination.ts";
import { measurePeers } from "./measure-peers.ts";
import { type Answer, type Answers, accuracies, answersOf, answersWith } from "./measure-titles.ts";
import { type Asked, askedOf, employersTitles, type Read, readHeldOut, socsByTitle } from "./read-held-out.ts";
import { readTable } from "./read-table.ts";
import { groupOf, partOf, readTitles, readWorkWords, type Split, shortForms, type TitleRow } from "./read-titles.ts";
import { trainTitles } from "./train-titles.ts";

const parts = 10;
/** Two parts are held out of one training, which costs minutes: each is measured with what is fitted on the other. */
const halves = [
  { fitted: 0, measured: 1 },
  { fitted: 1, measured: 0 },
] as const;
/** The usual searcher is slow, so it answers the employers' titles of one part and one other in five. */
const peerPart = 0;

export type BuiltTitles = {
  readonly model: TitleModel;
  readonly packed: PackedNetwork;
  readonly figures: Readonly<Record<string, number>>;
};

type HeldOut = { readonly model: TitleModel; readonly reads: readonly (readonly Read[])[]; readonly peers: Answers };

/**
 * The title model, trained on every title, with what the same training reached on titles held out. `kept` is a folder for
 * trained networks and answers of peers: what is found there is not made again, for trials of what follows.
 */
export function buildTitles(data: string, vectors: WordVectors, kept: string | null): BuiltTitles {
  const keep = keepIn(kept);
  const rows = readTitles(data);
  const work = readWorkWords(data);
  const classes = readTable(join(data, "onet-30.1/Occupation Data.txt"), ["O*NET-SOC Code", "Title"]).map((row) => ({
    onet: row["O*NET-SOC Code"],
    title: row.Title,
  }));
  const train = (name: string, isSeen: (row: TitleRow) => boolean) => {
    const seen = rows.filter(isSeen);
    const forms = shortForms(seen).filter(isSeen);
    return trainTitles({ rows: seen, forms, work, classes, vectors }, (make) => keep(`${name}.network`, make));
  };
  const truth = socsByTitle(rows);
  const holdOut = (split: Split): HeldOut => {
    const named = new Set(rows.filter(({ from }) => from === "name").map((row) => groupOf(row, split)));
    const partOfRow = (row: TitleRow) => (named.has(groupOf(row, split)) ? null : partOf(row, parts, split));
    const isHeld = (row: TitleRow) => halves.some(({ measured }) => partOfRow(row) === measured);
    const seen = rows.filter((row) => !isHeld(row));
    const asked = halves.map((_, part) =>
      askedOf(
        rows.filter((row) => partOfRow(row) === part),
        truth,
      ),
    );
    const peers = keep(`${split}.peers`, () => measurePeers(seen, (asked[peerPart] ?? []).filter(isForPeers)));
    const { model } = train(split, (row) => !isHeld(row));
    const reads = asked.map((own) => readHeldOut(model, own));
    return { model, reads, peers };
  };
  const family = holdOut("family");
  const fitted = fitHalves(family);
  const byTitle = measured(holdOut("title"), fitted);
  const own = measured(family, fitted);
  const threshold = thresholdOf(own.answers.reported ?? []);
  const calibration = {
    slope: mean(fitted.map((half) => half.calibration.slope)),
    offset: mean(fitted.map((half) => half.calibration.offset)),
  };
  const figures = {
    ...accuracies(own.answers),
    ...prefixed("byTitle.", accuracies(byTitle.answers)),
    "calibration.slope": calibration.slope,
    "calibration.offset": calibration.offset,
    ...reliability("uncalibrated", own.uncalibrated),
    ...reliability("reliability", own.answers.reported ?? []),
    ...reliability("reliabilityNoisy", own.answers.noisy ?? []),
    ...reliability("reliabilityAlternate", own.answers.alternate ?? []),
    threshold,
    ...own.confident,
    ...prefixed("byTitle.", byTitle.confident),
  };
  process.stderr.write(`titles: ${JSON.stringify(figures)}\n`);
  const { model, packed } = train("all", () => true);
  const combination = (fitted[0]?.combination ?? []).map((_, f) =>
    mean(fitted.map((half) => half.combination[f] ?? 0)),
  );
  return { model: { ...model, combination, calibration, threshold }, packed, figures };
}

type Fitted = Pick<TitleModel, "combination" | "calibration" | "threshold"> & { readonly measured: number };

/** Combination, calibration and threshold from each part, for the other one to be measured with. */
function fitHalves({ model, reads }: HeldOut): readonly Fitted[] {
  return halves.map(({ fitted, measured }) => {
    const own = reads[fitted] ?? [];
    const combination = fitCombination(own, model.onets);
    const employers = own.filter(({ kind }) => employersTitles.has(kind));
    const calibration = fitCalibration(answersWith(employers, { ...model, combination, calibration: uncalibrated }));
    const reported = own.filter(({ kind }) => kind === "reported");
    const threshold = thresholdOf(answersWith(reported, { ...model, combination, calibration }));
    return { measured, combination, calibration, threshold };
  });
}

/** Answers to each part with what is fitted on the other one. */
function measured({ model, reads, peers }: HeldOut, fitted: readonly Fitted[]) {
  const answers: Record<string, readonly Answer[]> = {};
  const given: Record<string, readonly (Answer & { readonly asked: boolean })[]> = {};
  const plain: Answer[] = [];
  for (const { measured: part, combination, calibration, threshold } of fitted) {
    const own = reads[part] ?? [];
    for (const [name, list] of Object.entries(answersOf(own, { ...model, combination, calibration }))) {
      answers[name] = [...(answers[name] ?? []), ...list];
      if (name.includes(".")) continue;
      const asked = list.map((answer) => ({ ...answer, asked: answer.probability < threshold }));
      given[name] = [...(given[name] ?? []), ...asked];
    }
    const reported = own.filter(({ kind }) => kind === "reported");
    plain.push(...answersWith(reported, { ...model, combination }));
  }
  const confident = Object.entries(given).map(([name, list]) =>
    answered(name === "reported" ? "confident" : `confident.${name}`, list),
  );
  return {
    answers: { ...answers, ...peers },
    uncalibrated: plain,
    confident: Object.assign({}, ...confident) as Record<string, number>,
  };
}

function isForPeers({ kind }: Asked, at: number): boolean {
  return employersTitles.has(kind) || (kind === "alternate" && at % 5 === 0);
}

/** Hands out what the folder holds under a name, or has it made and puts it there. */
function keepIn(folder: string | null): <Value>(name: string, make: () => Value) => Value {
  return <Value>(name: string, make: () => Value) => {
    if (folder === null) return make();
    const file = join(folder, `${name}.json`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Value;
    const made = make();
    writeFileSync(file, JSON.stringify(made));
    return made;
  };
}

function prefixed(prefix: string, figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}${name}`, value]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
