import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { lawTitle } from "#app/domain/work-products/duties-served.ts";
import type { Given } from "#app/domain/work-products/given.ts";
import { anInstrument, anObligationPack } from "#tests/builders/obligations.ts";

test("a law is called what it is called on the day, not what it will be called", () => {
  const [now] = anInstrument([]).history;
  if (now === undefined) throw new Error("a law without terms");
  const later = { ...now, from: "2027-06-01" as IsoDate, value: { ...now.value, title: "Example Act, renamed" } };
  const obligations = anObligationPack([anInstrument([], { id: "law", history: [now, later] })]);
  const on = (asOf: string) => ({ obligations, assessment: { asOf } }) as unknown as Given;
  expect(lawTitle("law", on("2026-11-28"))).toBe(now.value.title);
  expect(lawTitle("law", on("2027-06-01"))).toBe("Example Act, renamed");
  expect(lawTitle("gone", on("2026-11-28"))).toBe("gone");
});
