import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "app", "db", "tests"], {
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);

test("no room without a name", () => {
  const nameless = /(^|\/)(utils?|helpers?|misc|common|shared|libs?)(\/|\.|$)/;
  expect(files.filter((file) => nameless.test(file))).toEqual([]);
});

test("files are kebab-case", () => {
  const own = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file) && !file.startsWith("app/routes/"));
  const kebab = /^[a-z0-9.-]+$/;
  expect(own.filter((file) => !kebab.test(file.split("/").at(-1) ?? ""))).toEqual([]);
});

test("what touches the database or secrets says .server in its name", () => {
  const repositories = files.filter((file) => file.startsWith("db/repositories/"));
  expect(repositories.filter((file) => !file.endsWith(".server.ts"))).toEqual([]);
});
