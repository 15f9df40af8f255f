import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { TitleModel } from "#app/domain/exposure/title-model.ts";
import { readNetwork } from "#app/knowledge/occupations/read-network.ts";
import { type BuiltExposure, buildExposure } from "./build-occupations.ts";
import { dutyFigures } from "./check-duties.ts";
import { compareReadings, socsByTitle } from "./measure-titles.ts";
import { packNetwork } from "./pack-network.ts";
import { readTable } from "./read-table.ts";
import { partOf, readTitles, readWorkWords, type TitleRow } from "./read-titles.ts";
import { dutiesFile, readWordedTasks, trainDuties } from "./train-duties.ts";
import { fitCombination, trainTitles } from "./train-titles.ts";
import { occupationsFile } from "./write-occupations.ts";
import { titlesFile } from "./write-titles.ts";

/**
 * `npm run knowledge:build [-- --data DIR] [--on YYYY-MM-DD]` computes the occupation packs from the data folder. The same
 * input gives the same bytes. `--only occupations|titles|duties` rebuilds one of the packs.
 */
const packs = new URL("../../knowledge/occupations/packs/", import.meta.url);
const parts = 10;

type Figures = Readonly<Record<string, number>>;

function main(argv: readonly string[]): void {
  const data = join(option(argv, "--data") ?? "../shared/data", "exposure");
  const on = option(argv, "--on") ?? new Date().toISOString().slice(0, 10);
  const only = option(argv, "--only");
  const inputHash = hashFolder(data);
  const before = JSON.parse(readFileSync(new URL("validation.json", packs), "utf8")) as {
    exposure?: BuiltExposure["validation"];
    titles?: Figures;
  };
  let { exposure, titles = {} } = before;
  if (only === null || only === "duties") write("duties.json", buildDuties(data, inputHash));
  if (only !== "titles" && only !== "duties") {
    const built = buildExposure(data);
    write("occupations.json", occupationsFile(built, on, inputHash));
    exposure = rounded(built.validation);
  }
  if (only !== "occupations" && only !== "duties") {
    const trained = buildTitles(data);
    write("titles.json", titlesFile(trained.model, `onet-30.1+${inputHash.slice(0, 10)}`, inputHash));
    titles = trained.figures;
  }
  write("validation.json", { builtOn: on, inputHash, exposure, titles });
}

function buildDuties(data: string, inputHash: string): unknown {
  const activities = readTable(join(data, "onet-30.1/IWA Reference.txt"), ["IWA ID"]).map((row) => row["IWA ID"]);
  const tasks = readWordedTasks(data);
  const validation = dutyFigures(data, tasks, activities);
  process.stderr.write(`duties: ${JSON.stringify(validation)}\n`);
  const version = `onet-30.1+${inputHash.slice(0, 10)}`;
  return dutiesFile(trainDuties(tasks, activities), { version, inputHash, validation });
}

/** Fits the combination and the threshold on titles held out, measures on others, then trains on everything. */
function buildTitles(data: string): { readonly model: TitleModel; readonly figures: Figures } {
  const rows = readTitles(data);
  const work = readWorkWords(data);
  const classes = readTable(join(data, "onet-30.1/Occupation Data.txt"), ["O*NET-SOC Code", "Title"]).map((row) => ({
    onet: row["O*NET-SOC Code"],
    title: row.Title,
  }));
  const truth = socsByTitle(rows);
  const inPart = (row: TitleRow, part: number) => row.from !== "name" && partOf(row, parts) === part;
  const learned = asShipped(
    trainTitles(
      rows.filter((row) => !inPart(row, 0) && !inPart(row, 1)),
      work,
      classes,
    ),
  );
  const combination = fitCombination(
    learned,
    rows.filter((row) => inPart(row, 1)),
    truth,
  );
  const test = rows.filter((row) => inPart(row, 0));
  const { figures, threshold } = compareReadings({ ...learned, combination }, test, truth);
  process.stderr.write(`titles: ${JSON.stringify(figures)}\n`);
  return { model: trainTitles(rows, work, classes, { combination, threshold }), figures };
}

/** The model with weights as coarse as in the pack, so that what is measured is what is shipped. */
function asShipped(model: TitleModel): TitleModel {
  return { ...model, network: readNetwork(packNetwork(model.network)) };
}

function option(argv: readonly string[], name: string): string | null {
  const at = argv.indexOf(name);
  return at < 0 ? null : (argv[at + 1] ?? null);
}

function hashFolder(folder: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(relative(folder, file)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/** Figures to four places: enough for a table, and a record that a person can read in a diff. */
function rounded<Value>(value: Value): Value {
  const text = JSON.stringify(value, (_key, each) => (typeof each === "number" ? Math.round(each * 1e4) / 1e4 : each));
  return JSON.parse(text) as Value;
}

function write(name: string, value: unknown): void {
  const text = `${JSON.stringify(value)}\n`;
  writeFileSync(new URL(name, packs), text);
  process.stderr.write(`${name}: ${(text.length / 1e6).toFixed(2)} MB\n`);
}

main(process.argv.slice(2));
