import { expect, test } from "vitest";
import { packNetwork } from "#app/cli/knowledge-build/pack-network.ts";
import { trainNetwork } from "#app/cli/knowledge-build/train-network.ts";
import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";
import { networkScores } from "#app/domain/exposure/title-network.ts";
import { tokenOf } from "#app/domain/exposure/title-tokens.ts";
import { readNetwork } from "#app/knowledge/occupations/read-network.ts";

const example = (title: string, klass: number) => ({
  words: title.split(" "),
  classes: [[klass, 1] as const],
  weight: 1,
});
const examples = Array.from({ length: 20 }, () => [
  example("truck driver", 0),
  example("bus driver", 0),
  example("pastry cook", 1),
  example("line cook", 1),
]).flat();
const bestOf = (title: string, network: TitleNetwork) => {
  const scores = networkScores(title.split(" ").map(tokenOf), network);
  return scores.indexOf(Math.max(...scores));
};

test("learns classes from words, and knows words it has not seen by their pieces", () => {
  const network = trainNetwork(examples, 2);
  expect(bestOf("van driver", network)).toBe(0);
  expect(bestOf("cooking", network)).toBe(1);
});

test("the same examples give the same network", () => {
  const [one, other] = [trainNetwork(examples, 2), trainNetwork(examples, 2)];
  expect(Buffer.from(one.rows.buffer).equals(Buffer.from(other.rows.buffer))).toBe(true);
  expect(one.output).toEqual(other.output);
});

test("packing rounds weights but keeps the answers", () => {
  const network = trainNetwork(examples, 2);
  const packed = readNetwork(packNetwork(network));
  for (const title of ["truck driver", "line cook", "pastry chef"])
    expect(bestOf(title, packed)).toBe(bestOf(title, network));
  const widest = Math.max(...network.rows.subarray(0, 50_000).map(Math.abs));
  const furthest = Math.max(...packed.rows.subarray(0, 50_000).map((weight, at) => weight - (network.rows[at] ?? 0)));
  expect(furthest).toBeLessThan(widest / 10);
});
