import { normalDraw, randomFrom, seedFrom } from "../kernel/random.ts";
import type { Gates } from "../workforce/role.ts";
import { applyGates, type Split } from "./apply-gates.ts";
import type { ModelParameters, Occupation, OccupationActivity, OccupationPack } from "./occupation-pack.ts";

/** Expected shares of an activity before and after gates. */
export function splitOf(cell: Pick<OccupationActivity, "e1" | "e2" | "automation">, model: ModelParameters): Split {
  const score = cell.e1 + model.softwareWeight * cell.e2;
  return { automatable: score * cell.automation, augmentable: score * (1 - cell.automation) };
}

/** Draw by draw: the two exposed shares of a role's time, and the part of their sum that today's models reach. */
export type Draws = {
  readonly automatable: Float64Array;
  readonly augmentable: Float64Array;
  readonly today: Float64Array;
};

/** Of an error between raters, the part that is the same for all occupations: raters lean one way everywhere. */
export const sharedLean = Math.SQRT1_2;

/**
 * Monte Carlo over one occupation's activity labels and weights, with its gates. Seeded by pack and code alone, so that
 * the same occupation has the same draws in every role and every organization, and a gate moves each draw and not the dice.
 */
export function drawOccupation(occupation: Occupation, gates: Gates | undefined, pack: OccupationPack): Draws {
  const { model } = pack;
  const random = randomFrom(seedFrom(`${pack.version} ${occupation.onet} ${occupation.variant ?? ""}`));
  const lean = randomFrom(seedFrom(`${pack.version} lean`));
  const draws = {
    automatable: new Float64Array(model.draws),
    augmentable: new Float64Array(model.draws),
    today: new Float64Array(model.draws),
  };
  const average = occupation.activities.reduce(
    (sum, cell) => sum + cell.weight * (cell.e1 + model.softwareWeight * cell.e2),
    0,
  );
  for (let draw = 0; draw < model.draws; draw++) {
    const common = normalDraw(lean) * sharedLean + normalDraw(random) * sharedLean;
    const shift = 1 + (common * model.intervalScale * occupation.raterSd) / Math.max(average, 0.05);
    let weights = 0;
    let automatable = 0;
    let augmentable = 0;
    let today = 0;
    for (const cell of occupation.activities) {
      const weight = cell.weight * Math.exp(model.weightSd * normalDraw(random));
      const drawn = drawCell(cell, shift, model, random);
      const split = applyGates(splitOf(drawn, model), gates, model.gates);
      const kept = split.automatable + split.augmentable;
      const score = drawn.e1 + model.softwareWeight * drawn.e2;
      weights += weight;
      automatable += weight * split.automatable;
      augmentable += weight * split.augmentable;
      today += score === 0 ? 0 : weight * kept * (drawn.e1 / score);
    }
    draws.automatable[draw] = automatable / weights;
    draws.augmentable[draw] = augmentable / weights;
    draws.today[draw] = today / weights;
  }
  return draws;
}

/** One activity with its label errors drawn; the mix of E1 and E2 is kept, the total moved. */
function drawCell(
  cell: OccupationActivity,
  shift: number,
  model: ModelParameters,
  random: () => number,
): Pick<OccupationActivity, "e1" | "e2" | "automation"> {
  const score = cell.e1 + model.softwareWeight * cell.e2;
  const moved = clamp(score * Math.max(0, shift) + model.intervalScale * cell.scoreSd * normalDraw(random), 0, 1);
  const factor = score < 0.001 ? 0 : moved / score;
  return {
    e1: cell.e1 * factor,
    e2: cell.e2 * factor,
    automation: clamp(cell.automation + cell.automationSd * normalDraw(random), 0, 1),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
