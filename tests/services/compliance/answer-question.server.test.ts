import { expect, test } from "vitest";
import { answerQuestion } from "#app/services/compliance/answer-question.server.ts";
import { loadQuestionnaire } from "#app/services/compliance/load-questionnaire.server.ts";
import { addSystem } from "#app/services/systems/add-system.server.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

test("answers move the questions: what is answered is not asked again, and can be changed", async () => {
  await using desk = await aComplianceDesk();
  const before = await loadQuestionnaire(desk.deps, desk.actor, { skip: [] });
  if (!before.ok) throw new Error("forbidden");
  expect(before.value.inventory).toMatchObject({ answered: false, systems: 0 });
  const command = { fact: "org.workers_in", subject: "org", version: 0, typed: ["de", "us-il"] };
  expect((await answerQuestion(desk.deps, desk.actor, command)).ok).toBe(true);
  const after = await loadQuestionnaire(desk.deps, desk.actor, { skip: [] });
  if (!after.ok) throw new Error("forbidden");
  expect(after.value.questions.map(({ fact }) => fact)).not.toContain("org.workers_in");
  const [answered] = after.value.answered;
  expect(answered?.slots[0]).toEqual({ subject: "org", name: null, value: ["EU-DE", "US-IL"], version: 1 });
});

test("a skipped question goes to the end and keeps its weight", async () => {
  await using desk = await aComplianceDesk();
  const first = await loadQuestionnaire(desk.deps, desk.actor, { skip: [] });
  const fact = first.ok ? (first.value.questions[0]?.fact ?? "") : "";
  const skipped = await loadQuestionnaire(desk.deps, desk.actor, { skip: [fact] });
  expect(skipped.ok && skipped.value.questions.at(-1)?.fact).toBe(fact);
});

test("a system's question is answered for that system, and its version guards it", async () => {
  await using desk = await aComplianceDesk();
  const added = await addSystem(desk.deps, desk.actor, { catalogueId: "cv-screening" });
  if (!added.ok) throw new Error(added.failure.kind);
  const command = { fact: "system.used_in", subject: added.value, version: 1, typed: ["DE"] };
  expect((await answerQuestion(desk.deps, desk.actor, command)).ok).toBe(true);
  expect(await answerQuestion(desk.deps, desk.actor, command)).toEqual({ ok: false, failure: { kind: "conflict" } });
});

test("says what it cannot read, and knows no question it was not given", async () => {
  await using desk = await aComplianceDesk();
  const ask = (fact: string, subject: string, typed: string) =>
    answerQuestion(desk.deps, desk.actor, { fact, subject, version: 0, typed });
  expect(await ask("org.headcount", "org", "about forty")).toMatchObject({ failure: { kind: "unreadable" } });
  expect((await ask("org.headcount", "org", "1,200")).ok).toBe(true);
  expect(await ask("org.nothing", "org", "1")).toMatchObject({ failure: { kind: "not-found" } });
  expect(await ask("system.is_ai", "org", "yes")).toMatchObject({ failure: { kind: "not-found" } });
  expect(await ask("system.is_ai", "somebody-elses", "yes")).toMatchObject({ failure: { kind: "not-found" } });
});
