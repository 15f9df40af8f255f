import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const data = new Set(["packs", "migrations", "schema", "repositories", "en", "de", "pages"]);

/** Folders a person opens, as paths from the root. Folders of data and of one kind of file are explained one level up. */
function folders(path: string): string[] {
  const inside = readdirSync(path, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !data.has(entry.name),
  );
  return [path, ...inside.flatMap((entry) => folders(join(path, entry.name)))];
}

const explained = [...folders("app"), "db", "tests"].filter((path) => {
  const depth = path.split("/").length;
  return depth <= 3;
});

test.each(explained)("%s has a README of under a page", (path) => {
  const readme = join(path, "README.md");
  expect(existsSync(readme), `${readme} is missing`).toBe(true);
  expect(readFileSync(readme, "utf8").split("\n").length).toBeLessThanOrEqual(70);
});
