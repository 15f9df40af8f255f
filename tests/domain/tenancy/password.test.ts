import { expect, test } from "vitest";
import { weakness } from "#app/domain/tenancy/password.ts";

const ana = { name: "Ana Marisol Ruiz", email: "marisol.ruiz@harbour.example" };

test.each([
  ["eleven char", "too-short"],
  ["x".repeat(129), "too-long"],
  ["aaaaaaaaaaaa", "guessable"],
  ["password1234", "guessable"],
  ["qwertyuiop12", "guessable"],
  ["marisolruiz1", "guessable"],
  ["0123456789abcdef", "guessable"],
  ["a quiet harbour at dusk", null],
  ["plum-teapot-ninety", null],
  ["🦊🌊🪵🏔️🌙⛵🍐🧭🪁🎻🫖🧵", null],
])("judges %s as %s", (password, verdict) => {
  expect(weakness(password, ana)).toBe(verdict);
});
