import { expect, test } from "vitest";
import { cellsOf, columnNames, guessMapping, reuseMapping } from "#app/domain/workforce/import-mapping.ts";

test("blank and repeated headers get names of their own", () => {
  expect(columnNames(["Title", "", " Title ", "Title"])).toEqual(["Title", "Column 2", "Title (2)", "Title (3)"]);
});

test("English headers are recognised, each column once", () => {
  expect(
    guessMapping(["Job Title", "FTE", "Base salary (EUR)", "Currency", "Country", "Location", "Dept.", "Grade"]),
  ).toEqual({
    title: "Job Title",
    headcount: "FTE",
    annualPay: "Base salary (EUR)",
    currency: "Currency",
    country: "Country",
    site: "Location",
    department: "Dept.",
    level: "Grade",
  });
});

test("German headers are recognised with their umlauts", () => {
  expect(
    guessMapping(["Stellenbezeichnung", "Köpfe", "Jahresgehalt", "Währung", "Land", "Standort", "Abteilung"]),
  ).toEqual({
    title: "Stellenbezeichnung",
    headcount: "Köpfe",
    annualPay: "Jahresgehalt",
    currency: "Währung",
    country: "Land",
    site: "Standort",
    department: "Abteilung",
  });
});

test("an exact word beats one that merely begins with it, whatever the order of columns", () => {
  expect(guessMapping(["Title of supervisor", "Title"]).title).toBe("Title");
  expect(guessMapping(["Employee name", "Position"])).toEqual({ title: "Position" });
});

test("an earlier mapping is used as far as the columns are there, and not without the titles", () => {
  const earlier = { title: "Job", headcount: "Heads", site: "Plant" };
  expect(reuseMapping(earlier, ["Heads", "Job", "Other"])).toEqual({ title: "Job", headcount: "Heads" });
  expect(reuseMapping(earlier, ["Heads", "Role"])).toBe(null);
});

test("a mapping to a column that is not there reads nothing", () => {
  expect(cellsOf(["a", "b"], ["x", "y"], { title: "y", site: "z" })).toEqual({ title: "b" });
});
