import { expect, test } from "vitest";
import { pathOf, pathsOf } from "#app/domain/visibility/path-of.ts";

const at = (path: string) => pathOf(`https://a.example${path}`);

test("a page is named by its path in the letters of its script, and by its query", () => {
  expect(at("/%D8%B9%D8%B1%D8%A8%D9%8A?a=1")).toBe("/عربي?a=1");
  expect(at("/caf%C3%A9#top")).toBe("/café");
  expect(pathOf("no address")).toBe("no address");
});

test("codes stay where letters would hide, break or turn what stands around them", () => {
  expect(at("/a%20b")).toBe("/a%20b");
  expect(at("/%E2%80%AEgnp")).toBe("/%E2%80%AEgnp");
  expect(at("/%E0%A4%A")).toBe("/%E0%A4%A");
});

test("a long path keeps its start and its end, a long list says how many more there are", () => {
  const long = at(`/${"x".repeat(500)}/last`);
  expect(long).toHaveLength(120);
  expect(long).toMatch(/^\/x+…x+\/last$/);
  expect(pathsOf(["https://a.example/1", "https://a.example/2"], 1)).toBe("/1 and 1 more");
});
