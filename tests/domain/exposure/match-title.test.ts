import fc from "fast-check";
import { expect, test } from "vitest";
import { exposureKnowledge } from "#tests/builders/an-exposure.ts";

const { match } = exposureKnowledge.titles;
const first = (title: string, context?: string) => match(title, context).matches[0]?.soc;

test.each([
  ["Forklift driver", "53-7051"],
  ["Truck driver class A", "53-3032"],
  ["Freight forwarder", "43-5011"],
  ["Customs clerk", "13-1041"],
  ["Disponent", "43-5032"],
  ["Accounts payable clerk", "43-3031"],
  ["HR business partner", "13-1071"],
  ["Payroll specialist", "43-3051"],
  ["IT support technician", "15-1232"],
  ["Sr. Software Developer II", "15-1252"],
  ["Receptionist", "43-4171"],
])("%s is taken for %s", (title, soc) => {
  expect(first(title)).toBe(soc);
});

test("is confident of a plain title and asks about a vague one", () => {
  expect(match("Software developer").confident).toBe(true);
  expect(match("Head of operations").confident).toBe(false);
  expect(match("Chief vibes officer").confident).toBe(false);
});

test.each([
  ["Sofware developer", "15-1252"],
  ["Regsitered nurse", "29-1141"],
  ["Recpetionist (part time)", "43-4171"],
  ["Senior Payrol Clerk - Canada", "43-3051"],
])("a slip of the finger, a grade and a place do not move %s", (title, soc) => {
  expect(first(title)).toBe(soc);
});

test("a title without letters has no match", () => {
  expect(match("🚚 42")).toEqual({ matches: [], confident: false });
});

test("context tips a title that means several things", () => {
  const share = (context: string) =>
    match("Dispatcher", context).matches.find(({ soc }) => soc === "43-5032")?.probability ?? 0;
  expect(share("freight, truck drivers, loads, delivery schedules")).toBeGreaterThan(share(""));
});

test("matches are ranked, at most five, one for each SOC code, and sum to at most 1", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      fc.constantFrom("driver", "Manager", "clerk", "Ingenieur", ""),
      (noise, word) => {
        const { matches } = match(`${noise} ${word}`);
        expect(matches.length).toBeLessThanOrEqual(5);
        expect(new Set(matches.map(({ soc }) => soc)).size).toBe(matches.length);
        expect(matches.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1);
        matches.slice(1).forEach((next, at) => {
          expect(next.probability).toBeLessThanOrEqual(matches[at]?.probability ?? 0);
        });
      },
    ),
    { numRuns: 60 },
  );
});
