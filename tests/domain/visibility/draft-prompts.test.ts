import { expect, test } from "vitest";
import { draftPrompts, usualCounts } from "#app/domain/visibility/draft-prompts.ts";
import { fitProposals } from "#app/domain/visibility/propose-prompts.ts";

const subject = { brand: "Kestrel", sector: "logistics", offers: ["customs brokerage"], places: [], competitors: [] };

test("one offer and no place make a whole set already, no sentence twice, the brand only where it is asked for by name", () => {
  for (const offers of [subject.offers, ["customs", "cold chain", "Kestrel Direct"]]) {
    const prompts = draftPrompts({ ...subject, offers, places: ["Germany", "Spain"].slice(0, offers.length - 1) });
    expect(new Set(prompts.map(({ text }) => text)).size).toBe(30);
    for (const [kind, count] of Object.entries(usualCounts))
      expect(prompts.filter((prompt) => prompt.kind === kind)).toHaveLength(count);
    for (const { kind, text } of prompts) expect(text.includes("Kestrel")).toBe(kind === "branded");
  }
});

test("of a model’s proposals only what fits is shown", () => {
  const asked = [{ id: "category-1", kind: "category" as const, text: "Who clears customs?" }];
  const proposed = (text: string) => ({ kind: "problem" as const, text });
  const prompts = [
    proposed("who clears customs?"),
    proposed("Is Kestrel any good?"),
    proposed("Read https://x.example first"),
    proposed("My container   is stuck. Whom do I call?"),
    proposed("My container is stuck. Whom do I call?"),
  ];
  expect(fitProposals({ prompts }, { name: "Kestrel" }, asked)).toEqual([
    proposed("My container is stuck. Whom do I call?"),
  ]);
});
