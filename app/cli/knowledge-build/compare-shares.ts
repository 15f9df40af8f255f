import type { ExposureValidation, ShareRow } from "#app/domain/exposure/exposure-validation.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { automationShares, defaultShares, type ShareOptions } from "./automation-share.ts";
import { scoreOf, sum } from "./build-cells.ts";
import { foldCount } from "./folds.ts";
import type { Belief } from "./label-tasks.ts";
import { spearman } from "./rank.ts";
import type { Task } from "./read-tasks.ts";
import { rankGain } from "./resample.ts";

/** Observed tasks fewer than this say too little about an occupation. */
const fewestObserved = 3;

const variants: readonly (readonly [string, ShareOptions])[] = [
  ["mean of the two machine labels", { ...defaultShares, model: "machine" }],
  ["observed modes around, without labels", { ...defaultShares, model: "near" }],
  ["regression on labels alone", { ...defaultShares, model: "ridge", neighbours: [] }],
  ["regression on labels and activities", { ...defaultShares, model: "ridge", neighbours: ["iwa", "gwa"] }],
  ["regression on labels, activities and occupations (first release)", { ...defaultShares, model: "ridge" }],
  ["half of that, half of observed modes around", defaultShares],
  ["the same with detailed activities", { ...defaultShares, neighbours: ["dwa", ...defaultShares.neighbours] }],
  ["the same, observations trusted sooner (4)", { ...defaultShares, pull: 4 }],
  ["the same, observations trusted later (40)", { ...defaultShares, pull: 40 }],
  ["the same, stronger penalty (30)", { ...defaultShares, penalty: 30 }],
];

type Pair = { readonly onet: string; readonly predicted: number; readonly actual: number };

/** Every model of the automation share against observed modes, the fold's own modes withheld. */
export function compareShares(tasks: readonly Task[], beliefs: readonly Belief[]): ExposureValidation["automation"] {
  const reference = withheldPairs(tasks, beliefs, defaultShares);
  const byOccupation = occupationsIn(reference);
  const rows = variants.map(([name, options]): ShareRow => {
    const kept = options === defaultShares;
    const pairs = kept ? reference : withheldPairs(tasks, beliefs, options);
    return {
      name,
      kept,
      byTask: rank(pairs),
      byOccupation: rank(occupationsIn(pairs)),
      difference: kept
        ? null
        : { byTask: gap(pairs, reference), byOccupation: gap(occupationsIn(pairs), byOccupation) },
    };
  });
  return {
    tasks: reference.length,
    occupations: byOccupation.length,
    variants: rows,
    human: againstHumans(tasks, beliefs),
  };
}

function withheldPairs(tasks: readonly Task[], beliefs: readonly Belief[], options: ShareOptions): readonly Pair[] {
  return Array.from({ length: foldCount }, (_, fold) => {
    const withheld = (task: Task) => hashText(`mode ${task.text.toLowerCase()}`) % foldCount === fold;
    const shares = automationShares(tasks, beliefs, options, (task) => !withheld(task));
    return tasks.flatMap((task, at) =>
      task.observed !== null && withheld(task)
        ? [{ onet: task.onet, at, predicted: shares[at]?.mean ?? 0, actual: task.observed.automation }]
        : [],
    );
  })
    .flat()
    .sort((a, b) => a.at - b.at);
}

function occupationsIn(pairs: readonly Pair[]): readonly Pair[] {
  return [...groupBy(pairs, ({ onet }) => onet)]
    .filter(([, own]) => own.length >= fewestObserved)
    .map(([onet, own]) => ({
      onet,
      predicted: sum(own, ({ predicted }) => predicted) / own.length,
      actual: sum(own, ({ actual }) => actual) / own.length,
    }));
}

function rank(pairs: readonly Pair[]): number {
  return spearman(
    pairs.map(({ predicted }) => predicted),
    pairs.map(({ actual }) => actual),
  );
}

function gap(pairs: readonly Pair[], reference: readonly Pair[]) {
  return rankGain({
    own: pairs.map(({ predicted }) => predicted),
    other: reference.map(({ predicted }) => predicted),
    truth: pairs.map(({ actual }) => actual),
  });
}

/** Levels of automation are of the whole task, so they are held against the automatable share of it. */
function againstHumans(tasks: readonly Task[], beliefs: readonly Belief[]): ExposureValidation["automation"]["human"] {
  const shares = automationShares(tasks, beliefs);
  const labelled = tasks.flatMap((task, at) =>
    task.automationHuman === null
      ? []
      : [
          {
            said: task.automationHuman,
            automatable: scoreOf(beliefs[at] ?? [1, 0, 0]) * (shares[at]?.mean ?? 0),
            machine: (task.automation1 ?? 0) + (task.automation2 ?? 0),
          },
        ],
  );
  const said = labelled.map((row) => row.said);
  return {
    tasks: labelled.length,
    rank: spearman(
      labelled.map(({ automatable }) => automatable),
      said,
    ),
    machine: spearman(
      labelled.map(({ machine }) => machine),
      said,
    ),
  };
}
