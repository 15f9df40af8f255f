import { type Gates, gateNames } from "../workforce/role.ts";
import type { ModelParameters } from "./occupation-pack.ts";

/** Shares of time without intervals; the human share is what is left to 1. */
export type Split = { readonly automatable: number; readonly augmentable: number };

/** The gates that are switched on, in a fixed order. */
export function activeGates(gates: Gates | undefined): readonly (typeof gateNames)[number][] {
  return gateNames.filter((name) => gates?.[name] === true);
}

/**
 * What circumstances leave of the two exposed shares: of each hour that was automatable or augmentable, every gate keeps its
 * part. Gates may come in any order, and another one never raises the automatable share or the sum: what can no longer be
 * automated becomes augmentable in part, and human for the rest.
 */
export function applyGates(split: Split, gates: Gates | undefined, effects: ModelParameters["gates"]): Split {
  let { automatable, augmentable } = split;
  let stillExposed = automatable;
  for (const name of activeGates(gates)) {
    const effect = effects[name];
    automatable *= effect.automatableKept;
    stillExposed *= effect.automatableKept + effect.automatableToAugmentable;
    augmentable *= effect.augmentableKept;
  }
  return { automatable, augmentable: augmentable + (stillExposed - automatable) };
}
