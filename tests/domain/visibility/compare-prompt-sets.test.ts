import { expect, test } from "vitest";
import { comparePromptSets, eachOnce } from "#app/domain/visibility/compare-prompt-sets.ts";

const prompt = (id: string, text: string, kind: "category" | "problem" = "category") => ({ id, kind, text });
const brand = (name: string, ...others: string[]) => ({
  brand: { name },
  others: others.map((each) => ({ name: each })),
});

test("says which prompts and names came and went, by what is asked and not by where it stands", () => {
  const before = { prompts: [prompt("a", "Who ships?"), prompt("b", "Who clears?")], brand: brand("Kestrel", "North") };
  const after = { prompts: [prompt("x", "who  clears?"), prompt("y", "Who packs?")], brand: brand("Kestrel", "South") };
  expect(comparePromptSets(before, after)).toEqual({
    added: [prompt("y", "Who packs?")],
    gone: [prompt("a", "Who ships?")],
    namesAdded: ["South"],
    namesGone: ["North"],
  });
});

test("a prompt that moved to another kind is another prompt; a brand that was renamed shows both names", () => {
  const before = { prompts: [prompt("a", "Who ships?")], brand: brand("Kestrel") };
  const after = { prompts: [prompt("a", "Who ships?", "problem")], brand: brand("Kestrel Freight") };
  const change = comparePromptSets(before, after);
  expect([change.added.length, change.gone.length]).toEqual([1, 1]);
  expect([change.namesAdded, change.namesGone]).toEqual([["Kestrel Freight"], ["Kestrel"]]);
});

test("asks each prompt once, in its first wording", () => {
  const prompts = [prompt("a", "Who ships?"), prompt("b", "who ships? "), prompt("c", "Who ships?", "problem")];
  expect(eachOnce(prompts).map(({ id }) => id)).toEqual(["a", "c"]);
});
