import { join } from "node:path";
import type { TitleModel, WordVectors } from "#app/domain/exposure/title-model.ts";
import { readNetwork } from "#app/knowledge/occupations/read-network.ts";
import { measurePeers } from "./measure-peers.ts";
import { type Answer, abstention, accuracies, answersOf, socsByTitle } from "./measure-titles.ts";
import { packNetwork } from "./pack-network.ts";
import { readTable } from "./read-table.ts";
import { familyOf, partOf, readTitles, readWorkWords, type TitleRow } from "./read-titles.ts";
import { fitCombination, trainTitles } from "./train-titles.ts";

const parts = 10;
/** Of each fold one part measures and one fits how the readings are combined; the rest is learned. A fold costs minutes. */
const folds = [{ measured: 0, fitted: 1 }] as const;

export type BuiltTitles = { readonly model: TitleModel; readonly figures: Readonly<Record<string, number>> };

/** The title model, trained on every title, with what the same training reached on title families held out. */
export function buildTitles(data: string, vectors: WordVectors): BuiltTitles {
  const rows = readTitles(data);
  const work = readWorkWords(data);
  const classes = readTable(join(data, "onet-30.1/Occupation Data.txt"), ["O*NET-SOC Code", "Title"]).map((row) => ({
    onet: row["O*NET-SOC Code"],
    title: row.Title,
  }));
  const truth = socsByTitle(rows);
  const named = new Set(rows.filter(({ from }) => from === "name").map(familyOf));
  const inPart = (row: TitleRow, part: number) => !named.has(familyOf(row)) && partOf(row, parts) === part;
  const answers: Record<string, readonly Answer[]> = {};
  const combinations = folds.map(({ measured, fitted }) => {
    const seen = rows.filter((row) => !inPart(row, measured) && !inPart(row, fitted));
    const learned = asShipped(trainTitles(seen, work, classes, vectors));
    const combination = fitCombination(
      learned,
      rows.filter((row) => inPart(row, fitted)),
      truth,
    );
    const test = rows.filter((row) => inPart(row, measured));
    const own = { ...answersOf({ ...learned, combination }, test, truth), ...measurePeers(seen, test, truth) };
    for (const [name, list] of Object.entries(own)) answers[name] = [...(answers[name] ?? []), ...list];
    process.stderr.write(`titles, fold ${measured}: ${JSON.stringify(accuracies(own))}\n`);
    return combination;
  });
  const combination = (combinations[0] ?? []).map((_, f) => mean(combinations.map((own) => own[f] ?? 0)));
  const asked = abstention(answers.reported ?? []);
  const fitted = { combination, threshold: asked.threshold ?? 1 };
  return { model: trainTitles(rows, work, classes, vectors, fitted), figures: { ...accuracies(answers), ...asked } };
}

/** The model with weights as coarse as in the pack, so that what is measured is what is shipped. */
function asShipped(model: TitleModel): TitleModel {
  return { ...model, network: readNetwork(packNetwork(model.network)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
