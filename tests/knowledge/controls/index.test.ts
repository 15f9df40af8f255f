import { expect, test } from "vitest";
import { controls } from "#app/knowledge/controls/index.ts";
import relationsPack from "#app/knowledge/controls/packs/relations.json" with { type: "json" };
import { relationsFile } from "#app/knowledge/controls/schema.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";

const relations = relationsFile.parse(relationsPack);
const lines = relations.controls.flatMap(({ control, duties }) => duties.map((one) => ({ control, ...one })));
const pairs = obligations.instruments.flatMap(({ obligations: duties }) =>
  duties.flatMap(({ id, history }) => [
    ...new Set(history.flatMap(({ value }) => value.controls).map((control) => `${control} ${id}`)),
  ]),
);

test("every pair of a duty and a control that it asks for has one relation, and no other pair has", () => {
  const known = lines.map(({ control, duty }) => `${control} ${duty}`);
  expect(known.toSorted()).toEqual(pairs.toSorted());
});

test("a reason is a sentence of its own: not of the control alone, not the same twice over", () => {
  expect(lines.filter(({ reason }) => !/^[A-Z].{20,150}\.$/.test(reason)).map(({ duty }) => duty)).toEqual([]);
  const said = new Map<string, string[]>();
  for (const { reason, duty } of lines) said.set(reason, [...(said.get(reason) ?? []), duty]);
  // Bans and banned acts that are worded alike, and twins of one act, may share a reason; a template would not stop there.
  expect([...said].filter(([, sharing]) => sharing.length > 3).map(([reason]) => reason)).toEqual([]);
});

test("no reason promises more than evidence can show", () => {
  expect(lines.filter(({ reason }) => /complian|guarantee|fully cover/i.test(reason))).toEqual([]);
});

test("every control has an effort, every law with a duty a penalty, each of a class that exists", () => {
  const { effort, penalties } = controls;
  const efforts = new Set(effort.classes.map(({ id }) => id));
  const heights = new Set(penalties.classes.map(({ id }) => id));
  expect(obligations.controls.filter(({ id }) => !efforts.has(effort.ofControl.get(id)?.class ?? ""))).toEqual([]);
  const laws = obligations.instruments.filter(({ obligations: duties }) => duties.length > 0).map(({ id }) => id);
  expect(laws.filter((id) => !heights.has(penalties.ofLaw.get(id)?.class ?? ""))).toEqual([]);
  expect([...effort.ofControl.keys()].toSorted()).toEqual(obligations.controls.map(({ id }) => id).toSorted());
  expect([...penalties.ofLaw.keys()].toSorted()).toEqual(laws.toSorted());
});

test("every judgement was made before it is to be made again, and none is due on the day of the pack", () => {
  for (const { judgedOn, reviewBy } of [controls.relations, controls.effort, controls.penalties, controls.ranking]) {
    expect(judgedOn < reviewBy).toBe(true);
    expect(reviewBy > obligations.asOf).toBe(true);
  }
});

test("need falls from missing over expired to judgement", () => {
  const { missing, expired, present, ...rest } = controls.ranking.need;
  expect(missing >= expired && expired >= rest["needs-judgement"] && rest["needs-judgement"] > present).toBe(true);
});
