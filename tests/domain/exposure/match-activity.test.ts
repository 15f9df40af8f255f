import { expect, test } from "vitest";
import { stemsOf } from "#app/domain/exposure/duty-stems.ts";
import { matchActivity } from "#app/domain/exposure/match-activity.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const nobody = new Map<number, number>();
const first = (text: string) => {
  const [match] = matchActivity(text, nobody, occupations);
  return occupations.activities[match?.activity ?? -1]?.label;
};

test("forms of a word are one stem", () => {
  expect(stemsOf("Preparing the invoices")).toEqual(stemsOf("prepare an invoice"));
  expect(stemsOf("negotiation of contracts")).toEqual(stemsOf("Negotiates contract"));
  expect(stemsOf("shelves")).toEqual(stemsOf("shelf"));
});

test.each([
  "Negotiate contracts with suppliers",
  "NEGOTIATING SUPPLIERS' CONTRACTS",
  "Verhandlung von Verträgen mit Lieferanten",
  "Négocier les contrats avec les fournisseurs",
  "Negociar los contratos con los proveedores",
])("%s is negotiating contracts", (text) => {
  expect(first(text)).toBe("Negotiating contracts");
});

test("German compounds are read by their parts", () => {
  expect(first("Lieferantenrechnungen prüfen")).toBe(first("Check supplier invoices"));
});

test("what is like nothing known has no activity: other scripts, signs, invented words", () => {
  for (const text of ["zorbing the flumpet", "仕入先の請求書を確認する", "🚚", "", "xqz ".repeat(500)])
    expect(matchActivity(text, nobody, occupations)).toEqual([]);
});

test("probabilities are ranked and sum to at most 1, and the occupation's usual work counts as likelier", () => {
  const matches = matchActivity("Prepare the monthly reports", nobody, occupations);
  expect(matches.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1);
  const second = matches[1];
  if (second === undefined) throw new Error("only one activity");
  const inside = matchActivity("Prepare the monthly reports", new Map([[second.activity, 1]]), occupations);
  expect(inside.find(({ activity }) => activity === second.activity)?.probability).toBeGreaterThan(second.probability);
});
