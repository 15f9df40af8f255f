import { expect, test } from "vitest";
import { largest } from "#app/cli/knowledge-build/pack-halves.ts";
import { packNetwork } from "#app/cli/knowledge-build/pack-network.ts";
import { type Sizes, trainNetwork } from "#app/cli/knowledge-build/train-network.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import type { TitleNetwork, WordVectors } from "#app/domain/exposure/title-model.ts";
import { networkReader } from "#app/domain/exposure/title-network.ts";
import { tokenOf } from "#app/domain/exposure/title-tokens.ts";
import { readNetwork } from "#app/knowledge/occupations/read-network.ts";

const example = (title: string, klass: number) => ({
  words: title.split(" "),
  classes: [[klass, 1] as const],
  weight: 1,
});
const examples = Array.from({ length: 60 }, () => [
  example("truck driver", 0),
  example("bus driver", 0),
  example("pastry cook", 1),
  example("line cook", 1),
]).flat();
const sizes: Sizes = { epochs: 12, width: 8, hidden: 16, buckets: 16_384 };

/** Words of traffic point one way, words of food the other; `chauffeur` and `baker` stand in no example. */
const sense = { truck: 1, bus: 1, driver: 1, chauffeur: 1, pastry: -1, line: -1, cook: -1, baker: -1 };
const vectors: WordVectors = (() => {
  const known = Object.entries(sense)
    .map(([word, side]) => ({ hash: hashText(word), side }))
    .sort((a, b) => a.hash - b.hash);
  return {
    width: 2,
    keys: Uint32Array.from(known, ({ hash }) => hash),
    rows: Float32Array.from(known.flatMap(({ side }) => [4 * side, 0.1])),
  };
})();
const blind: WordVectors = { width: 2, keys: new Uint32Array(), rows: new Float32Array() };

const train = () => trainNetwork(examples, 2, vectors, sizes);
const bestOf = (title: string, network: TitleNetwork, known = vectors) => {
  const scores = networkReader(network, known)(title.split(" ").map(tokenOf));
  return scores.indexOf(Math.max(...scores));
};

test("learns classes from words, and knows words it has not seen by their pieces", () => {
  const network = trainNetwork(examples, 2, blind, sizes);
  expect(bestOf("van driver", network, blind)).toBe(0);
  expect(bestOf("pastrycook", network, blind)).toBe(1);
});

test("knows a word that stands in no title by what it means", () => {
  const network = train();
  expect(bestOf("chauffeur", network)).toBe(0);
  expect(bestOf("baker", network)).toBe(1);
});

test("the same examples give the same network", () => {
  const [one, other] = [train(), train()];
  expect(Buffer.from(one.rows.buffer).equals(Buffer.from(other.rows.buffer))).toBe(true);
  expect(one.output).toEqual(other.output);
});

test("packing rounds weights but keeps the answers", () => {
  const network = train();
  const packed = readNetwork(packNetwork(network));
  for (const title of ["truck driver", "line cook", "pastry chef", "chauffeur"])
    expect(bestOf(title, packed)).toBe(bestOf(title, network));
  expect(largest(packed.rows.map((weight, at) => weight - (network.rows[at] ?? 0)))).toBeLessThan(
    largest(network.rows) / 10,
  );
});
