import fc from "fast-check";
import { expect, test } from "vitest";
import { findAddresses } from "#app/domain/visibility/find-addresses.ts";

const hosts = (text: string): string[] => findAddresses(text).map(({ host }) => host);

test("addresses are found wherever they stand in a long text, whole", () => {
  const address = `https://me@shop.kestrel.com:8080/${"p".repeat(1_900)}`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(" ", "漢", "，", "-", ". ")), {
        maxLength: 4,
      }),
      (gaps) => {
        const text = gaps.map(([length, filler]) => `${filler.repeat(length)} ${address}`).join(" ");
        const found = findAddresses(text);
        expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(gaps.map(() => address));
      },
    ),
    { numRuns: 60 },
  );
});

test("the end of a sentence is no address, a known domain without a scheme is", () => {
  expect(hosts("We ship.It is fast. See kestrel.com, or write to a@b.example. No.1 is first.")).toEqual([
    "kestrel.com",
    "b.example",
  ]);
  expect(hosts("")).toEqual([]);
  expect(hosts("...")).toEqual([]);
  expect(hosts(".com a..b .co.uk")).toEqual(["co.uk"]);
});
