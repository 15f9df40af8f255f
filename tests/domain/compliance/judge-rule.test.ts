import { expect, test } from "vitest";
import { changesFor, judgeRule, reasonsFor, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { someFacts } from "#tests/builders/obligations.ts";

const inGermany: Rule = { fact: "org.workers_in", op: "touches", value: ["EU-DE"] };
const isAi: Rule = { fact: "system.is_ai", op: "eq", value: true };
const screens: Rule = { fact: "system.uses", op: "has_any", value: ["recruit.screening"] };
const rule: Rule = { all: [inGermany, isAi, screens] };

function judge(facts: ReturnType<typeof someFacts>, of: Rule = rule) {
  const subject = subjectOf(facts);
  const judgement = judgeRule(of, subject);
  return { judgement, because: reasonsFor(of, judgement, subject), wouldChange: changesFor(of, judgement, subject) };
}

test("applies when one system meets the rule, and names that system alone", () => {
  const { judgement, because } = judge(
    someFacts({ workers_in: ["DE"] }, [
      { id: "chat", is_ai: true, uses: ["general_chat"] },
      { id: "cv", is_ai: true, uses: ["recruit.screening"] },
    ]),
  );
  expect(judgement.answer).toBe("yes");
  expect(judgement.seen.map(({ id }) => id)).toEqual(["cv"]);
  expect(because).toContainEqual({
    fact: "system.uses",
    value: ["recruit.screening"],
    rule: "includes recruit.screening",
    asked: { op: "has_any", value: ["recruit.screening"], met: true },
    systems: ["cv"],
  });
});

test("two systems that each meet one half do not meet the whole", () => {
  const facts = someFacts({ workers_in: ["DE"] }, [
    { id: "a", is_ai: true, uses: [] },
    { id: "b", is_ai: false, uses: ["recruit.screening"] },
  ]);
  expect(judge(facts).judgement.answer).toBe("no");
});

test("an unanswered inventory is open, an empty one is an answer", () => {
  expect(judge(someFacts({ workers_in: ["DE"] }, null)).judgement.answer).toBe("unknown");
  const none = judge(someFacts({ workers_in: ["DE"] }, []));
  expect(none.judgement.answer).toBe("no");
  expect(none.because[0]).toEqual({ fact: "systems", value: [], rule: "an AI system within the rule" });
  expect(judge(someFacts({ workers_in: ["FR"] }, null)).judgement.answer).toBe("no");
});

test("without systems a rule under a not is not met either", () => {
  expect(judge(someFacts({}, []), { not: isAi }).judgement.answer).toBe("no");
  expect(judge(someFacts({ workers_in: ["DE"] }, []), { any: [inGermany, { not: isAi }] }).judgement.answer).toBe(
    "yes",
  );
});

test("names the organization's fact alone when that rules everything out", () => {
  const { because, wouldChange } = judge(someFacts({ workers_in: ["EU-FR"] }, [{ id: "cv", is_ai: false, uses: [] }]));
  expect(because).toEqual([expect.objectContaining({ fact: "org.workers_in", value: ["EU-FR"], rule: "in EU-DE" })]);
  expect(wouldChange).toContainEqual(expect.objectContaining({ fact: "org.workers_in", to: "in EU-DE" }));
});

test("says what would change it in the system that is nearest", () => {
  const { wouldChange } = judge(
    someFacts({ workers_in: ["DE"] }, [
      { id: "far", is_ai: false, uses: [] },
      { id: "near", is_ai: true, uses: [] },
    ]),
  );
  expect(wouldChange).toEqual([
    expect.objectContaining({ fact: "system.uses", to: "includes recruit.screening", systems: ["near"] }),
  ]);
});

test("a duty that applies says which answer would end it", () => {
  const { wouldChange } = judge(
    someFacts({ workers_in: ["DE"] }, [{ id: "cv", is_ai: true, uses: ["recruit.screening"] }]),
  );
  expect(wouldChange).toEqual([
    expect.objectContaining({ fact: "system.uses", to: "not: includes recruit.screening", systems: ["cv"] }),
  ]);
});
