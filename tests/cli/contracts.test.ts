import { expect, test } from "vitest";
import type { z } from "zod";
import { commands } from "#app/cli/commands.ts";
import { refusalOf, runCommand } from "./a-command-line.ts";
import { documents, lines } from "./contract-schemas.ts";
import { runInPlace } from "./run-in-place.ts";

const others = ["audit", "assess", "verify-log", "jobs", "seed", "backup", "restore", "import-onet"];
const withInput = [...Object.keys(documents), "titles", "robots", "check-url"].sort();

async function exampleOf(name: string): Promise<string> {
  const loaded = await commands[name]?.load();
  const example = loaded?.command.example;
  return typeof example === "string" ? example : JSON.stringify(example);
}

function parsed(schema: z.ZodType, text: string): unknown {
  const read = schema.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`${JSON.stringify(read.error.issues.slice(0, 3))} in ${text.slice(0, 300)}`);
  return read.data;
}

test.each(Object.entries(documents))("the example of %s is answered as the contract says", async (name, schema) => {
  const { refused, out } = await runInPlace(name, await exampleOf(name));
  expect(refused).toBeNull();
  parsed(schema, out);
});

test.each(Object.entries(lines))("every line of %s is as the contract says", async (name, schema) => {
  const { refused, out } = await runInPlace(name, await exampleOf(name));
  expect(refused).toBeNull();
  const rows = out.trimEnd().split("\n");
  for (const row of rows) parsed(schema, row);
  if (name === "occupations") expect(rows.length).toBeGreaterThanOrEqual(890);
});

test("the weights of an occupation's activities sum to one, but for the rounding of the packs", async () => {
  const { out } = await runInPlace("tasks", "");
  const sums = new Map<string, number>();
  for (const row of out.trimEnd().split("\n")) {
    const { onet, weight } = JSON.parse(row);
    sums.set(onet, (sums.get(onet) ?? 0) + weight);
  }
  for (const [onet, sum] of sums) expect([onet, Math.abs(sum - 1) < 2e-4]).toEqual([onet, true]);
});

test.each(withInput)("what %s cannot read is refused, and nothing is printed", async (name) => {
  for (const input of ["", "  \n\n", '{"a":', "5", "null", '"text"', "[1]", "[".repeat(20_000)]) {
    const { refused, out } = await runInPlace(name, input);
    expect([input.slice(0, 10), refused === null, out]).toEqual([input.slice(0, 10), false, ""]);
    expect(refused).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/), message: expect.stringMatching(/./) });
  }
});

test.each(withInput)("a byte-order mark before the input of %s is no part of it", async (name) => {
  expect((await runInPlace(name, `\ufeff${await exampleOf(name)}`)).refused).toBeNull();
});

test.each([
  ["titles", '{"id":"a","title":"Clerk"}\n\n{"id":"b"}', "line 2: title"],
  ["titles", '[{"id":"a","title":7}]', "[0]: title"],
  ["robots", '{"agent":"GPTBot","robots":"","url":5}', "line 1: url"],
  ["check-url", '{"url":"https://a.example/","dns":{"a.example":"1.2.3.4"}}', "line 1: dns.a.example"],
  ["check-url", "7", "line 1"],
  ["mentions", '{"text":"x","brand":{"name":""}}', "brand.name"],
  ["mentions", '{"text":"x","brand":{"name":"A","domains":[1]}}', "brand.domains.0"],
  ["audit-page", '{"url":"https://a.example/","html":null}', "html"],
  ["exposure", '{"asOf":"2026-11-22","roles":[{"id":"a","title":"Clerk","headcount":-1}]}', "roles.0.headcount"],
  [
    "schedule",
    '{"capacities":[1],"activities":[{"id":"a","duration":"x","demands":[1],"successors":[]}]}',
    "activities.0.duration",
  ],
])("%s names the field that is wrong in %s", async (name, input, path) => {
  expect((await runInPlace(name, input)).refused).toMatchObject({ path });
});

test("ten thousand rows come back in the order of the input", async () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `r${(at * 7919) % 10_007}`);
  const rows = ids.map((id, at) => JSON.stringify({ id, title: `Clerk ${at % 11}` })).join("\r\n");
  const { out } = await runInPlace("titles", rows);
  expect(
    out
      .trimEnd()
      .split("\n")
      .map((row) => JSON.parse(row).id),
  ).toEqual(ids);
});

test("an answer goes to standard output alone, and a refusal is the only line of standard error", async () => {
  const help = await runCommand(["robots", "--help"]);
  expect(help.code).toBe(0);
  const answered = await runCommand(["robots"], help.out);
  expect(answered).toMatchObject({ code: 0, err: "" });
  parsed(lines.robots, answered.out);
  const refused = await runCommand(["robots"], "{}");
  expect(refused).toMatchObject({ code: 2, out: "" });
  expect(refused.err.trimEnd().split("\n")).toHaveLength(1);
  expect(refusalOf(refused)).toEqual({ code: "invalid", message: expect.any(String), path: "line 1: agent" });
  for (const file of ["/nowhere/at-all.ndjson", "tests"]) {
    const missing = await runCommand(["titles", file]);
    expect(missing).toMatchObject({ code: 2, out: "" });
    expect(refusalOf(missing)).toMatchObject({ code: "no-such-file", path: "file" });
  }
});

test("help lists every command and nothing else", async () => {
  const { code, out } = await runCommand(["help"]);
  expect(code).toBe(0);
  const listed = [...out.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...Object.keys(documents), ...Object.keys(lines), ...others].sort());
});

test("every command carries its own name", async () => {
  for (const [name, { load }] of Object.entries(commands)) expect((await load()).command.name).toBe(name);
});

test("a command that is not there is refused by name", async () => {
  const ended = await runCommand(["fortune"]);
  expect(ended.code).toBe(2);
  expect(refusalOf(ended)).toMatchObject({ code: "unknown-command", path: "command" });
});
