import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRoleRow, type RoleCells, type RowReading } from "#app/domain/workforce/parse-role-row.ts";

const reading: RowReading = { decimal: null, headcountMapped: true, currency: "EUR", country: "DE" };
const cells: RoleCells = { title: "Dispatcher", headcount: "9" };

function codes(over: RoleCells, given: Partial<RowReading> = {}): string[] {
  const read = parseRoleRow({ ...cells, ...over }, { ...reading, ...given });
  return read.ok ? [] : read.failure.map(({ field, code }) => `${field}:${code}`);
}

test("a row with all columns becomes a role, defaults filling what it does not say", () => {
  const row = {
    ...cells,
    annualPay: "€ 41.500",
    site: "Hamburg",
    department: "Ops",
    level: "lead",
    hoursPerYear: "1,720",
  };
  expect(parseRoleRow(row, reading)).toEqual({
    ok: true,
    value: {
      title: "Dispatcher",
      headcount: 9,
      annualPay: 41500,
      currency: "EUR",
      country: "DE",
      site: "Hamburg",
      department: "Ops",
      level: "lead",
      hoursPerYear: 1720,
    },
  });
});

test("what is not said is left out instead of being guessed", () => {
  expect(parseRoleRow(cells, { ...reading, currency: null, country: null })).toEqual({
    ok: true,
    value: { title: "Dispatcher", headcount: 9 },
  });
});

test("in a list of persons each row is one head", () => {
  const read = parseRoleRow({ title: "Clerk" }, { ...reading, headcountMapped: false });
  expect(read.ok && read.value.headcount).toBe(1);
});

test.each([
  [{ title: "" }, "title:titleMissing"],
  [{ title: "  \t " }, "title:titleMissing"],
  [{ title: "👷👷" }, "title:titleWithoutLetters"],
  [{ title: "123 / 456" }, "title:titleWithoutLetters"],
  [{ title: "x".repeat(300) }, "title:titleTooLong"],
  [{ title: "Lagerf\ufffdhrer" }, "title:unreadableLetters"],
  [{ headcount: "" }, "headcount:headcountMissing"],
  [{ headcount: "-4" }, "headcount:notAboveZero"],
  [{ headcount: "0" }, "headcount:notAboveZero"],
  [{ headcount: "many" }, "headcount:notANumber"],
  [{ headcount: "=2+3" }, "headcount:notANumber"],
  [{ headcount: "9999999999" }, "headcount:tooLarge"],
  [{ annualPay: "-1" }, "annualPay:notAboveZero"],
  [{ annualPay: "n/a" }, "annualPay:notANumber"],
  [{ annualPay: "100", currency: "Taler" }, "currency:currencyUnknown"],
  [{ country: "Atlantis" }, "country:countryUnknown"],
  [{ site: "x".repeat(121) }, "site:textTooLong"],
  [{ hoursPerYear: "40" }, "hoursPerYear:hoursOutOfRange"],
])("%j is refused as %s", (over, code) => {
  expect(codes(over)).toContain(code);
});

test("a pay without any currency is refused and not taken for ours", () => {
  expect(codes({ annualPay: "41500" }, { currency: null })).toEqual(["annualPay:currencyMissing"]);
  expect(codes({ annualPay: "41500 USD" }, { currency: null })).toEqual([]);
});

test("every fault of a row is named at once", () => {
  expect(codes({ title: "", headcount: "-1", country: "Atlantis" })).toHaveLength(3);
});

test("emoji and scripts of all kinds are fine in a title that has letters", () => {
  for (const title of ["👷🏽 Packer", "سائق شاحنة", "Ingénieur·e", "操作员", "Lagerführer (m/w/d)"])
    expect(codes({ title })).toEqual([]);
});

test.each([
  ["Germany", "DE"],
  ["deutschland", "DE"],
  ["États-Unis", "US"],
  ["USA", "US"],
  ["us-il", "US-IL"],
  ["CA-ON", "CA-ON"],
  ["uk", "GB"],
])("the country %s is %s", (country, code) => {
  const read = parseRoleRow({ ...cells, country }, reading);
  expect(read.ok && read.value.country).toBe(code);
});

test.each(["EU", "ZZ", "X", "DE-", "US-ILLINOIS", "toString", "__proto__"])("“%s” is no country", (country) => {
  expect(codes({ country })).toEqual(["country:countryUnknown"]);
});

test("no row, however odd, is read into a role that is out of bounds", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.double().map(String),
    fc.constantFrom("", "Driver", "12", "DE", "EUR"),
  );
  const row = fc.record({
    title: cell,
    headcount: cell,
    annualPay: cell,
    currency: cell,
    country: cell,
    site: cell,
    hoursPerYear: cell,
  });
  fc.assert(
    fc.property(row, (odd) => {
      const read = parseRoleRow(odd, reading);
      if (!read.ok) {
        expect(read.failure.length).toBeGreaterThan(0);
        return;
      }
      const { title, headcount, annualPay, currency } = read.value;
      expect(title.length).toBeLessThanOrEqual(200);
      expect(headcount).toBeGreaterThan(0);
      expect(headcount).toBeLessThanOrEqual(1_000_000);
      expect(annualPay === undefined).toBe(currency === undefined);
    }),
    { numRuns: 2000 },
  );
});
