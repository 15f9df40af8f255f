import { expect, test } from "vitest";
import { comparePromptSets, isSameSet } from "#app/domain/visibility/compare-prompt-sets.ts";

const prompt = (id: string, text: string, kind: "category" | "problem" = "category") => ({ id, kind, text });
const brand = (name: string, ...others: string[]) => ({
  brand: { name },
  others: others.map((each) => ({ name: each })),
});

test("says which prompts and names came and went, by what is asked and not by where it stands", () => {
  const before = { prompts: [prompt("a", "Who ships?"), prompt("b", "Who clears?")], brand: brand("Kestrel", "North") };
  const after = { prompts: [prompt("x", "Who clears?"), prompt("y", "Who packs?")], brand: brand("Kestrel", "South") };
  expect(comparePromptSets(before, after)).toEqual({
    added: [prompt("y", "Who packs?")],
    gone: [prompt("a", "Who ships?")],
    changed: [],
    namesAdded: ["South"],
    namesGone: ["North"],
    namesChanged: [],
  });
});

test("a prompt of another kind or in another wording changed; it neither came nor went", () => {
  const before = { prompts: [prompt("a", "Who ships?"), prompt("b", "Who clears?")], brand: brand("Kestrel") };
  const after = { prompts: [prompt("a", "Who ships?", "problem"), prompt("b", "who clears")], brand: brand("Kestrel") };
  const change = comparePromptSets(before, after);
  expect([change.added, change.gone]).toEqual([[], []]);
  expect(change.changed).toEqual(before.prompts.map((old, at) => ({ before: old, after: after.prompts[at] })));
});

test("a renamed brand shows both names, a name with other domains shows that", () => {
  const before = { prompts: [], brand: brand("Kestrel", "North") };
  const after = {
    prompts: [],
    brand: { ...brand("Kestrel Freight"), others: [{ name: "North", domains: ["n.example"] }] },
  };
  expect(comparePromptSets(before, after)).toMatchObject({
    namesAdded: ["Kestrel Freight"],
    namesGone: ["Kestrel"],
    namesChanged: ["North"],
  });
});

test.each([
  [{}, true],
  [{ prompts: [prompt("z", "Who ships?")] }, true],
  [{ prompts: [prompt("a", "who ships?")] }, false],
  [{ prompts: [prompt("a", "Who ships?", "problem")] }, false],
  [{ brand: { brand: { name: "Kestrel", aliases: ["KF"] }, others: [] } }, false],
  [{ brand: { brand: { name: "Kestrel", aliases: [], domains: [] }, others: [] } }, true],
])("a set with %j is the same: %s", (over, same) => {
  const before = { prompts: [prompt("a", "Who ships?")], brand: brand("Kestrel") };
  expect(isSameSet(before, { ...before, ...over })).toBe(same);
});
