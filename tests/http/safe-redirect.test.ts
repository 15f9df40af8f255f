import { expect, test } from "vitest";
import { safeRedirect } from "#app/http/safe-redirect.ts";

test("a path of our own passes", () => {
  expect(safeRedirect("/o/acme/plan?sort=-cost#items", "/")).toBe("/o/acme/plan?sort=-cost#items");
});

test.each([
  null,
  "",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil",
  "javascript:alert(1)",
  "/\tevil",
  "/a\nb",
  "o/acme",
])("%j goes to the fallback", (to) => {
  expect(safeRedirect(to, "/home")).toBe("/home");
});
