import { expect, test } from "vitest";
import { shortTitle } from "#app/domain/compliance/short-title.ts";

test.each([
  ["EU Artificial Intelligence Act, as amended by the Digital Omnibus on AI", "EU Artificial Intelligence Act"],
  ["Pay Transparency Directive (relevant where AI sets or proposes pay)", "Pay Transparency Directive"],
  ["Illinois Human Rights Act AI amendment", "Illinois Human Rights Act AI amendment"],
])("%s is called %s where room is short", (title, short) => {
  expect(shortTitle(title)).toBe(short);
});
