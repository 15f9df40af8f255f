import fc from "fast-check";
import { expect, test } from "vitest";
import { filtered, pageOf, tableHref, tableState } from "#app/ui/tables/table-state.ts";

const rows = [
  { id: "a", title: "Dispatcher", payroll: 300 },
  { id: "b", title: "Recruiter", payroll: null },
  { id: "c", title: "Driver", payroll: 900 },
  { id: "d", title: "Driver", payroll: 500 },
];
const sorting = {
  by: { title: (row: (typeof rows)[number]) => row.title, payroll: (row: (typeof rows)[number]) => row.payroll },
  texts: (row: (typeof rows)[number]) => [row.title],
};
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).join("");

test("sorts by the key of the address, and what has no value comes last in both directions", () => {
  expect(ids(filtered(rows, tableState("http://x/?sort=payroll"), sorting))).toBe("adcb");
  expect(ids(filtered(rows, tableState("http://x/?sort=-payroll"), sorting))).toBe("cdab");
});

test("a key that the table does not have leaves the order alone", () => {
  expect(ids(filtered(rows, tableState("http://x/?sort=__proto__"), sorting))).toBe("abcd");
});

test("filters without regard to case and cuts pages", () => {
  const page = pageOf(rows, tableState("http://x/?filter=DRIVER&page=2", { size: 1 }), sorting);
  expect([ids(page.rows), page.total]).toEqual(["d", 2]);
});

test("links keep the other parameters and start at page 1 when the sort changes", () => {
  const state = tableState("http://x/?site=joliet&filter=dr&page=3");
  expect(tableHref(state, { sort: "-payroll" })).toBe("?site=joliet&sort=-payroll&filter=dr");
  expect(tableHref(state, { page: 4 })).toBe("?site=joliet&filter=dr&page=4");
  expect(tableHref(state, {}, "csv")).toContain("format=csv");
});

test("any address gives a state that its own links give back", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (query) => {
      const state = tableState(`http://x/?${query}`);
      expect(state.page).toBeGreaterThanOrEqual(1);
      expect(tableState(`http://x/${tableHref(state)}`)).toEqual(state);
    }),
  );
});
