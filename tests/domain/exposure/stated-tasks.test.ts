import fc from "fast-check";
import { expect, test } from "vitest";
import { type Occupation, unrecognised } from "#app/domain/exposure/occupation-pack.ts";
import { countedShares, weighStatedTasks } from "#app/domain/exposure/stated-tasks.ts";
import { noActivity, type StatedTask } from "#app/domain/workforce/role.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { aRole, assessed } from "#tests/builders/an-exposure.ts";

function occupation(onet: string): Occupation {
  const found = occupations.byOnet.get(onet);
  if (found === undefined) throw new Error(`no ${onet}`);
  return found;
}

const weights = ({ activities }: Occupation) => activities.reduce((sum, { weight }) => sum + weight, 0);

test("weights still sum to 1, whatever is stated", () => {
  const clerk = occupation("43-3031.00");
  for (const timeShare of [0.1, 0.7, 1]) {
    expect(
      weights(
        weighStatedTasks(
          clerk,
          [
            { text: "Load trucks in the yard", timeShare },
            { text: "Pay invoices", timeShare },
          ],
          occupations,
        ),
      ),
    ).toBeCloseTo(1);
  }
  expect(weights(weighStatedTasks(clerk, [{ text: "Answer the telephone" }], occupations))).toBeCloseTo(1);
});

const { softwareWeight } = occupations.model;
const mean = ({ activities }: Occupation) =>
  activities.reduce((sum, { weight, e1, e2 }) => sum + weight * (e1 + softwareWeight * e2), 0);
const scored = (tasks: readonly StatedTask[]) =>
  assessed([aRole({ title: "Clerk", onet: "43-3031.00", tasks })]).roles[0]?.score ?? { value: 0, low: 0, high: 0 };
const width = (tasks: readonly StatedTask[]) => scored(tasks).high - scored(tasks).low;

test("a duty like nothing known keeps the value, widens the interval, and is named among the activities", () => {
  const clerk = occupation("43-3031.00");
  const unknown = [{ text: "xqzzt vrrp", timeShare: 0.6 }];
  const changed = weighStatedTasks(clerk, unknown, occupations);
  expect(mean(changed)).toBeCloseTo(mean(clerk));
  expect(changed.activities.at(-1)).toMatchObject({ activity: unrecognised.activity, weight: 0.6 });
  expect(width(unknown)).toBeGreaterThan(width([]));
  const [role] = assessed([aRole({ title: "Clerk", onet: "43-3031.00", tasks: unknown })]).roles;
  expect(role?.drivers.map(({ activity }) => activity)).toContain(unrecognised.id);
});

test("what a person chose for a duty decides alone, and so does that none of them fits", () => {
  const clerk = occupation("43-3031.00");
  const id = occupations.activities[7]?.id ?? "";
  const chosen = weighStatedTasks(clerk, [{ text: "Pay invoices", timeShare: 1, activity: id }], occupations);
  expect(chosen.activities.filter(({ weight }) => weight > 0).map(({ activity }) => activity)).toEqual([7]);
  const none = weighStatedTasks(clerk, [{ text: "Pay invoices", timeShare: 1, activity: noActivity }], occupations);
  expect(none.activities.at(-1)).toMatchObject({ activity: unrecognised.activity, weight: 1 });
});

test("a chosen activity that no longer exists leaves the choice to the words", () => {
  const clerk = occupation("43-3031.00");
  const words = weighStatedTasks(clerk, [{ text: "Pay invoices", timeShare: 1 }], occupations);
  const gone = weighStatedTasks(clerk, [{ text: "Pay invoices", timeShare: 1, activity: "9.Z" }], occupations);
  expect(gone.activities).toEqual(words.activities);
});

const someDuty = fc.record(
  {
    text: fc.constantFrom(
      "Pay invoices",
      "Load trucks",
      "Answer the telephone",
      "zzqx",
      "Write reports",
      "Train staff",
    ),
    timeShare: fc.double({ min: 0, max: 1, noNaN: true }),
    activity: fc.constantFrom("none", ...occupations.activities.slice(0, 5).map(({ id }) => id)),
  },
  { requiredKeys: ["text"] },
);

test("in any order and in any sum of shares, weights sum to 1 and the score is the same", () => {
  fc.assert(
    fc.property(fc.array(someDuty, { minLength: 1, maxLength: 6 }), (tasks) => {
      expect(weights(weighStatedTasks(occupation("43-3031.00"), tasks, occupations))).toBeCloseTo(1);
      const there = scored(tasks);
      const back = scored([...tasks].reverse());
      expect(back.value).toBeCloseTo(there.value, 10);
      expect(back.low).toBeCloseTo(there.low, 10);
      expect(back.high).toBeCloseTo(there.high, 10);
      expect(there.low).toBeLessThanOrEqual(there.value);
      expect(there.value).toBeLessThanOrEqual(there.high);
    }),
    { numRuns: 30 },
  );
});

test("shares that are not stated divide what is left; without any, duties are half of the time", () => {
  const counted = (tasks: readonly StatedTask[]) => countedShares(tasks).map(({ share }) => share);
  expect(counted([{ text: "a", timeShare: 0.4 }, { text: "b" }, { text: "c" }])).toEqual([0.4, 0.3, 0.3]);
  expect(counted([{ text: "a" }, { text: "b" }])).toEqual([0.25, 0.25]);
  expect(
    counted([
      { text: "a", timeShare: 1 },
      { text: "b", timeShare: 1 },
    ]),
  ).toEqual([0.5, 0.5]);
});

test("duties by hand make a role less exposed, and duties at a desk more", () => {
  const score = (text: string) =>
    assessed([aRole({ title: "Warehouse clerk", onet: "43-5071.00", tasks: [{ text, timeShare: 0.8 }] })]).roles[0]
      ?.score.value ?? 0;
  expect(score("Load and unload trucks and move pallets by hand")).toBeLessThan(
    score("Enter shipment data into the computer and write reports"),
  );
});
