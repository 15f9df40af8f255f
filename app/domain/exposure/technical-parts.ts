import type { Gates } from "../workforce/role.ts";
import { applyGates, type Split } from "./apply-gates.ts";
import { splitOf } from "./draw-occupation.ts";
import type { TechnicalParts } from "./exposure-assessment.ts";
import type { ModelParameters, OccupationPack } from "./occupation-pack.ts";
import { type MixturePart, mergeCells } from "./score-role.ts";

export const noParts: TechnicalParts = {
  today: { automatable: 0, augmentable: 0 },
  software: { automatable: 0, augmentable: 0 },
};

/** What is technically possible in a role before any circumstance holds it back, as shares of working time. */
export function partsOf(mixture: readonly MixturePart[], pack: OccupationPack): TechnicalParts {
  const { model } = pack;
  return mergeCells(mixture, pack).reduce((sum, cell) => {
    const score = cell.e1 + model.softwareWeight * cell.e2;
    if (score === 0) return sum;
    const split = splitOf(cell, model);
    const now = (cell.weight * cell.e1) / score;
    const later = (cell.weight * model.softwareWeight * cell.e2) / score;
    return addParts(sum, { today: scaledSplit(split, now), software: scaledSplit(split, later) });
  }, noParts);
}

/**
 * What circumstances leave of them. Gates act on the two shares alone and in proportion, so gating the sum of many activities,
 * or of many roles with the same gates, is the same as gating each.
 */
export function gatedParts(
  { today, software }: TechnicalParts,
  gates: Gates | undefined,
  effects: ModelParameters["gates"],
): TechnicalParts {
  return { today: applyGates(today, gates, effects), software: applyGates(software, gates, effects) };
}

export function addParts(a: TechnicalParts, b: TechnicalParts): TechnicalParts {
  return { today: addSplits(a.today, b.today), software: addSplits(a.software, b.software) };
}

export function scaledParts({ today, software }: TechnicalParts, factor: number): TechnicalParts {
  return { today: scaledSplit(today, factor), software: scaledSplit(software, factor) };
}

function addSplits(a: Split, b: Split): Split {
  return { automatable: a.automatable + b.automatable, augmentable: a.augmentable + b.augmentable };
}

function scaledSplit({ automatable, augmentable }: Split, factor: number): Split {
  return { automatable: automatable * factor, augmentable: augmentable * factor };
}
