import fc from "fast-check";
import { expect, test } from "vitest";
import type { DutyView } from "#app/domain/exposure/duties-view.ts";
import {
  type OpinionAnswer,
  opinionParts,
  opinionQuestion,
  type RubricLabel,
  readOpinion,
} from "#app/domain/exposure/duty-opinion.ts";
import { type OpinionPart, viewOpinion } from "#app/domain/exposure/opinion-view.ts";
import { prompts } from "#app/knowledge/prompts/index.ts";

const duty = (text: string, own: RubricLabel) => ({ task: { text }, own }) as DutyView;
const part = (run: 1 | 2, labels: readonly RubricLabel[]): OpinionPart => ({
  run,
  duties: ["Pay invoices", "Lift crates"],
  outcome: { kind: "labelled", labels: labels.map((one) => ({ ...one, reason: "" })) },
});

test("runs that differ are counted as differing and never joined, and ours stands beside them as it is", () => {
  const [e1, e2] = [{ exposure: "E1", automation: "T1" } as const, { exposure: "E2", automation: "T1" } as const];
  const view = viewOpinion([duty("Pay invoices", e1), duty("Lift crates", e1)], [part(1, [e1, e1]), part(2, [e1, e2])]);
  expect(view).toMatchObject({ labelled: 2, agreeing: 1, withOurs: 1 });
  expect(view.duties[1]).toMatchObject({ own: e1, runs: [e1, e2], runsAgree: false, withOurs: false });
});

const label = { exposure: "E1", automation: "T2", reason: "It is text." } as const;
const read = (labels: OpinionAnswer["labels"], duties = ["Pay invoices", "Lift crates"]) =>
  readOpinion({ labels }, duties);

test("labels come back in the order of the duties, whatever the order of the answer", () => {
  const other = { exposure: "E0", automation: "T0", reason: "It is lifting." } as const;
  expect(
    read([
      { duty: "d2", ...other },
      { duty: "d1", ...label },
    ]),
  ).toEqual([label, other]);
});

test("a duty that is left out, and one that is named twice, has no label; a label for no duty is no label", () => {
  const twice = { duty: "d2", ...label };
  expect(read([twice, twice, { duty: "d9", ...label }])).toEqual([null, null]);
});

test("a reason is one bounded line without characters that hide or turn text around", () => {
  const [said] = read([
    { duty: "d1", ...label, reason: `a\u202Eb\u0000c\n\n<script>alert(1)</script>${"x".repeat(900)}` },
  ]);
  expect(said?.reason).toMatch(/^a b c <script>/);
  expect(said?.reason).toHaveLength(240);
});

test("every duty is asked about once in each run, at most twenty in a call, and a call is read back in its own order", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 70 }), (duties) => {
      const parts = opinionParts(duties);
      expect(parts.flat()).toEqual([...new Set(duties)]);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(20);
        for (const run of [1, 2] as const) {
          const asked = opinionQuestion("Clerk", part, run).duties;
          const labels = asked.map(({ id, text }) => ({ duty: id, ...label, reason: `no. ${part.indexOf(text)}` }));
          expect(readOpinion({ labels }, part).map((one) => one?.reason)).toEqual(part.map((_, at) => `no. ${at}`));
        }
      }
    }),
  );
});

test.each([
  { labels: [{ duty: "d1", exposure: "E9", automation: "T0", reason: "" }] },
  { labels: [{ duty: "d1", exposure: "E1", automation: "T0", reason: "", score: 0.9 }] },
  { labels: [{ duty: "d1", exposure: "E1", automation: 3, reason: "" }] },
  { labels: {} },
  { score: 0.9 },
  "E1",
  null,
])("an answer that is not of the rubric is no answer: %j", (answer) => {
  expect(prompts.dutyOpinion.read(answer)).toBe(null);
});
