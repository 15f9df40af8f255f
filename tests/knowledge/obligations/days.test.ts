import { expect, test } from "vitest";
import { dutyStories, withLawsOf, writtenStories } from "#app/bench/compliance-cases.ts";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { addDays, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";

const dated = [...dutyStories(pack.asOf), ...writtenStories()].flatMap((story) =>
  Object.entries(story.expect).flatMap(([duty, { applies, appliesFrom, state }]) =>
    applies === "yes" && typeof appliesFrom === "string" && (state === "in_force" || state === "upcoming")
      ? [{ story, duty, day: appliesFrom as IsoDate }]
      : [],
  ),
);

test("a duty is upcoming the day before it starts, in force on the day and the day after", () => {
  const wrong = dated.flatMap(({ story, duty, day }) => {
    const facts = readFacts(story, pack.facts);
    const law = withLawsOf([duty], pack);
    if (!facts.ok) throw new Error(story.name);
    const found = [-1, 0, 1].map((days) => {
      const on = assessCompliance(facts.value, law, addDays(day, days)).obligations.find(({ id }) => id === duty);
      return `${on?.appliesFrom} ${on?.state}`;
    });
    const right = found.join() === [`${day} upcoming`, `${day} in_force`, `${day} in_force`].join();
    return right ? [] : [{ duty, name: story.name, found }];
  });
  expect(wrong).toEqual([]);
  expect(dated.length).toBeGreaterThan(300);
});
