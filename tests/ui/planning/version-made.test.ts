import { expect, test } from "vitest";
import { textOf } from "#app/strings/catalogue.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { versionMade } from "#app/ui/planning/version-made.ts";

test("only number 1 is the first plan; later ones say what they changed, or what made them", () => {
  const t = textOf(planningText, "en-GB");
  const made = (number: number, basedOn: string | null) =>
    versionMade(t, { number, basedOn, because: "You asked for a plan", summary: "2 added" });
  expect(made(1, null)).toBe("the first plan");
  expect(made(2, null)).toBe("made while no plan was in force: You asked for a plan");
  expect(made(3, "plan-1")).toBe("2 added");
});
