import { expect, test } from "vitest";
import { interventions } from "#app/knowledge/interventions/index.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

test("courses touch skills by the names that occupations use, and are trainings of the catalogue", () => {
  const trainings = interventions.interventions.filter(({ kind }) => kind === "training").map(({ id }) => id);
  for (const [training, skills] of Object.entries(interventions.skills.touches)) {
    expect(trainings).toContain(training);
    for (const skill of skills) expect(occupations.skills).toContain(skill);
  }
});
