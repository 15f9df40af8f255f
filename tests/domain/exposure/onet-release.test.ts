import { expect, test } from "vitest";
import { plainName, versionIn } from "#app/domain/exposure/onet-release.ts";

test("a release says its number in its read-me or in the name of its folder", () => {
  expect(versionIn("O*NET 30.1 Database\nDecember")).toBe("30.1");
  expect(versionIn("db_30_1_text")).toBe("30.1");
  expect(versionIn("onet-29.3")).toBe("29.3");
  expect(versionIn("downloads")).toBeNull();
});

test("names of files are compared without case, signs and ending", () => {
  expect(plainName("Task Statements.txt")).toBe(plainName("task_statements.CSV"));
  expect(plainName("Tasks to DWAs (ids).txt")).toBe("taskstodwasids");
});
