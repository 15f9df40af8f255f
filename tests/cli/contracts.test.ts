import { expect, test } from "vitest";
import { commands } from "#app/cli/commands.ts";
import { refusalOf, runCommand } from "./a-command-line.ts";

/** Commands of the contract that answer a document, with the fields that the contract promises of each answer or line. */
const answers = {
  titles: ["id", "matches", "confident"],
  exposure: ["asOf", "totals", "roles", "timeline", "knowledge"],
  obligations: ["asOf", "instruments", "obligations", "notApplicable", "questions"],
  robots: ["id", "allowed", "rule"],
  "audit-page": [
    "score",
    "checks",
    "facts",
    "mainText",
    "structuredData",
    "author",
    "published",
    "modified",
    "language",
  ],
  mentions: ["mentioned", "count", "confidence", "position", "others"],
  answer: ["text", "citations", "searches", "status"],
  "check-url": ["id", "verdict", "reason"],
  plan: ["status", "value", "upperBound", "gap", "schedule", "conflicts"],
  schedule: ["makespan", "lowerBound", "starts"],
  learn: ["actions", "predictive"],
  "validate-plan": ["feasible", "value", "violations"],
} as const;

const others = ["occupations", "tasks", "audit", "assess", "verify-log", "jobs", "seed", "backup", "restore"];

test.each(Object.entries(answers))(
  "the example of %s pipes back in and answers what is promised",
  async (name, fields) => {
    const help = await runCommand([name, "--help"]);
    expect(help.code).toBe(0);
    const { code, out, err } = await runCommand([name], help.out);
    expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
    // A document over several lines, or else one line for each row.
    const first = out.startsWith("{\n") ? out : (out.split("\n")[0] ?? "");
    expect(Object.keys(JSON.parse(first))).toEqual(expect.arrayContaining([...fields]));
  },
  60_000,
);

test("help lists every command and nothing else", async () => {
  const { code, out } = await runCommand(["help"]);
  expect(code).toBe(0);
  const listed = [...out.matchAll(/^ {2}(\S+)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...Object.keys(answers), ...others].sort());
});

test("every command carries its own name", async () => {
  for (const [name, { load }] of Object.entries(commands)) expect((await load()).command.name).toBe(name);
});

test("a command that is not there is refused by name", async () => {
  const ended = await runCommand(["fortune"]);
  expect(ended.code).toBe(2);
  expect(refusalOf(ended)).toMatchObject({ code: "unknown-command", path: "command" });
});
