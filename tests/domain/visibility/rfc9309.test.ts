import { expect, test } from "vitest";
import { decidesRightly, readsRightly, robotsVectors } from "#app/bench/robots-vectors.ts";

const { verdicts, files } = robotsVectors();

test("every address is judged as the section of RFC 9309 that it names says, or as Google's parser where they differ", () => {
  expect(verdicts.length).toBeGreaterThanOrEqual(150);
  expect(verdicts.filter((vector) => !decidesRightly(vector))).toEqual([]);
});

test("what the two readings part on is few and known", () => {
  const sections = verdicts.filter((vector) => vector.parser === true).map((vector) => vector.section);
  expect(sections).toEqual(["2.2.2", "2.2.2", "2.2.2", "2.2.3", "2.2.3"]);
});

test("a file that is missing, failing, too long or silent is read as section 2.3.1 says", () => {
  expect(files.filter((vector) => !readsRightly(vector))).toEqual([]);
});
