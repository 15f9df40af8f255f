import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { wordVectors } from "#app/knowledge/occupations/word-vectors.ts";
import { type BuiltExposure, buildExposure } from "./build-occupations.ts";
import { buildTitles } from "./build-titles.ts";
import { buildWordVectors, wordVectorsFile } from "./build-word-vectors.ts";
import { dutyFigures } from "./check-duties.ts";
import { readTable } from "./read-table.ts";
import { readTitles, readWorkWords } from "./read-titles.ts";
import { dutiesFile, readWordedTasks, trainDuties } from "./train-duties.ts";
import { occupationsFile } from "./write-occupations.ts";
import { titlesFile } from "./write-titles.ts";

/**
 * `npm run knowledge:build [-- --data DIR] [--on YYYY-MM-DD]` computes the occupation packs from the data folder. The same
 * input gives the same bytes. `--only occupations|titles|duties` rebuilds one of the packs. `--vectors FILE` computes the word
 * vectors alone, from the file of an npm package that is too heavy to depend on. `--keep FOLDER` puts trained networks of titles
 * there and does not train what is there already: for trials of what follows the training, never with another training.
 */
const packs = new URL("../../knowledge/occupations/packs/", import.meta.url);

type Figures = Readonly<Record<string, number>>;

function main(argv: readonly string[]): void {
  const data = join(option(argv, "--data") ?? "../shared/data", "exposure");
  const on = option(argv, "--on") ?? new Date().toISOString().slice(0, 10);
  const only = option(argv, "--only");
  const vectors = option(argv, "--vectors");
  if (vectors !== null) {
    const vocabulary = new Set([...readTitles(data), ...readWorkWords(data)].flatMap(({ words }) => words));
    write("word-vectors.json", wordVectorsFile(buildWordVectors(vectors, vocabulary), on));
    return;
  }
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
    const trained = buildTitles(data, wordVectors, option(argv, "--keep"));
    const titlesVersion = `onet-30.1+${inputHash.slice(0, 10)}.${trained.model.version}`;
    write("titles.json", titlesFile(trained.model, trained.packed, titlesVersion, inputHash));
    titles = rounded(trained.figures);
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
