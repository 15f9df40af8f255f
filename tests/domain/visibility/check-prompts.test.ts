import { expect, test } from "vitest";
import { objectionToPrompts } from "#app/domain/visibility/check-prompts.ts";

const asked = (text: string, kind: "branded" | "problem" = "problem") => ({ kind, text });
const setting = { brand: { name: "Kestrel Freight" }, others: [] };
const many = (count: number) => Array.from({ length: count }, (_, at) => asked(`Who ships ${at}?`));
const names = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `Name ${at}` }));

test.each([
  [[asked("Who ships?"), asked("Is Kestrel Freight good?", "branded")], setting, null],
  [[], setting, { kind: "no-prompts" }],
  [many(100), setting, null],
  [many(101), setting, { kind: "too-many-prompts" }],
  [many(1), { ...setting, others: names(21) }, { kind: "too-many-names" }],
  [many(1), { ...setting, others: [{ name: "N", aliases: ["x".repeat(121)] }] }, { kind: "long-name" }],
  [[asked("y".repeat(300))], setting, null],
  [[asked("y".repeat(301))], setting, { kind: "long-prompts", prompts: [asked("y".repeat(301))] }],
  [[asked("Is Kestrel Freight good?")], setting, { kind: "names-brand", prompts: [asked("Is Kestrel Freight good?")] }],
])("objects to a set only where it cannot be asked or counted (%#)", (prompts, given, objection) => {
  expect(objectionToPrompts(prompts, given)).toEqual(objection);
});
