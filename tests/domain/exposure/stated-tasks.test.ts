import { expect, test } from "vitest";
import type { Occupation } from "#app/domain/exposure/occupation-pack.ts";
import { weighStatedTasks } from "#app/domain/exposure/stated-tasks.ts";
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

test("a task in no known words changes nothing", () => {
  const clerk = occupation("43-3031.00");
  expect(weighStatedTasks(clerk, [{ text: "xqzzt vrrp" }], occupations)).toBe(clerk);
});

test("duties by hand make a role less exposed, and duties at a desk more", () => {
  const score = (text: string) =>
    assessed([aRole({ title: "Warehouse clerk", onet: "43-5071.00", tasks: [{ text, timeShare: 0.8 }] })]).roles[0]
      ?.score.value ?? 0;
  expect(score("Load and unload trucks and move pallets by hand")).toBeLessThan(
    score("Enter shipment data into the computer and write reports"),
  );
});
