import fc from "fast-check";
import { expect, test } from "vitest";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";

test("grade, region and contract say nothing about the work", () => {
  expect(normaliseTitle("Sr. Software Developer II (EMEA)")).toEqual(["software", "developer"]);
  expect(normaliseTitle("Part-time cashiers, Chicago")).toEqual(["cashier"]);
});

test("a title of fillers alone keeps them", () => {
  expect(normaliseTitle("Senior")).toEqual(["senior"]);
});

test("abbreviations are written out", () => {
  expect(normaliseTitle("Asst. Mgr, HR")).toEqual(["assistant", "manager", "human", "resources"]);
});

test("German, French and Spanish job words become English ones", () => {
  const worker = ["warehouse", "worker"];
  for (const title of ["Lagermitarbeiter (m/w/d)", "Lagermitarbeiterin", "Magasinier", "Mozo de almacén"])
    expect(normaliseTitle(title)).toEqual(worker);
  expect(normaliseTitle("Geschaeftsfuehrer")).toEqual(normaliseTitle("Geschäftsführer"));
  expect(normaliseTitle("Kundenbetreuer:in")).toEqual(["customer", "service", "representative"]);
});

test("French and Spanish titles are put in the order of English, and a word said twice is said once", () => {
  expect(normaliseTitle("Gestionnaire de paie")).toEqual(["payroll", "administrator"]);
  expect(normaliseTitle("Técnico de las nóminas")).toEqual(["payroll", "technician"]);
  expect(normaliseTitle("CDL-A truck driver")).toEqual(["truck", "driver"]);
  expect(normaliseTitle("R & D engineer")).toEqual(["r", "d", "engineer"]);
});

test("emoji, other scripts and very long titles do no harm", () => {
  expect(normaliseTitle("🚚")).toEqual([]);
  expect(normaliseTitle("سائق شاحنة").length).toBe(2);
  expect(normaliseTitle("driver ".repeat(5_000)).length).toBeLessThan(60);
});

test("what is normalised stays as it is in any letter case", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(normaliseTitle(text.toLowerCase())).toEqual(
        normaliseTitle(text.toLowerCase().toUpperCase().toLowerCase()),
      );
    }),
  );
});
