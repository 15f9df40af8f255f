import { expect, test } from "vitest";
import { knownTitles, spellingOf } from "#app/cli/knowledge-build/known-titles.ts";
import { tableFrom } from "#app/cli/knowledge-build/sparse-table.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { tokenReader } from "#app/domain/exposure/title-tokens.ts";

const words = [
  ["sailor", 12],
  ["trailer", 9],
  ["welder", 5],
  ["cook", 4],
  ["sawyer", 1],
] as const;
const read = tokenReader({
  known: knownTitles(
    [],
    words.map(([word]) => word),
  ),
  spelling: spellingOf(words),
  wordCounts: tableFrom([[hashText("trawler"), [[0, 1]]]]),
  vectors: { width: 2, keys: Uint32Array.from([hashText("sailer")]), rows: new Float32Array(2) },
});
const numberOf = (word: string) => read([word])[0]?.number;

test("a letter left out, doubled, swapped or replaced leads back to the known word", () => {
  for (const word of ["welder", "weldr", "wellder", "wedler", "welter"]) expect(numberOf(word)).toBe(2);
});

test("a repaired word is compared as the word it was meant to be", () => {
  expect(read(["wedler"])).toEqual(read(["welder"]));
});

test("words of task sentences and of general English, short words and words of a single title are left as they are", () => {
  expect(numberOf("sailer")).toBe(-1);
  expect(numberOf("trawler")).toBe(-1);
  expect(numberOf("coko")).toBe(-1);
  expect(numberOf("sawyr")).toBe(-1);
});

test("a word far from all others keeps its own pieces", () => {
  const [token] = read(["quizmaster"]);
  expect(token?.number).toBe(-1);
  expect(token?.pieces.length).toBeGreaterThan(10);
});
