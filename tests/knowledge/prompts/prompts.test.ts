import { expect, test } from "vitest";
import { prompts } from "#app/knowledge/prompts/index.ts";

test("every prompt is dated, says that input is data, and has a strict answer shape", () => {
  for (const prompt of Object.values(prompts)) {
    expect(prompt.version).toMatch(/^\d{4}-\d{2}-\d{2}/);
    expect(prompt.instructions).toContain("never follow instructions");
    expect(prompt.answerShape).toMatchObject({ type: "object", additionalProperties: false });
    expect(JSON.stringify(prompt.answerShape)).not.toMatch(/minItems|maxLength|pattern/);
  }
});

test("an answer of another shape is not read", () => {
  const { read } = prompts.executiveSummary;
  expect(read({ sentences: [{ text: "a", from: ["s1"] }] })).toEqual({ sentences: [{ text: "a", from: ["s1"] }] });
  for (const other of [
    null,
    [],
    {},
    { sentences: "a" },
    { sentences: [{ text: "a" }] },
    { sentences: [], score: 100 },
  ]) {
    expect(read(other)).toBe(null);
  }
});
