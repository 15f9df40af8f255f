import { expect, test } from "vitest";
import { domainIn, namesIn, partsOf } from "#app/domain/visibility/read-name-lines.ts";

test.each([
  ["Northbound.example", "northbound.example"],
  [" https://www.northbound.example/about?x#y ", "northbound.example"],
  ["northbound.example:8080", "northbound.example"],
  ["müller.example.", "müller.example"],
  ["sub.north-bound.co.uk", "sub.north-bound.co.uk"],
  ["Northbound", null],
  ["Northbound Inc. Ltd.", null],
  ["a@b", null],
  ["<b>x.example</b>", null],
  ["127.0.0.1", null],
  ["", null],
])("%j gives the domain %s", (given, domain) => {
  expect(domainIn(given)).toBe(domain);
});

test("reads a name a line, domains where they look like some, everything else as other names", () => {
  expect(namesIn("Northbound Haulage, northbound.example, NBH\r\n\n ,\nMeridian")).toEqual([
    { name: "Northbound Haulage", aliases: ["NBH"], domains: ["northbound.example"] },
    { name: "Meridian", aliases: [], domains: [] },
  ]);
  expect(partsOf(" a ,, b,", "commas")).toEqual(["a", "b"]);
});
