import type { Evidence } from "./evidence.ts";
import { sumUp } from "./hierarchy.ts";

/** A measured outcome, and whether it came by itself or because a silent owner was asked. */
export type Heard = Evidence & { readonly followedUp: boolean };

/** How far outcomes that come by themselves, and those of silent owners, stand from the truth; in units of a standard deviation. */
export type Silence = { readonly volunteered: number; readonly followedUp: number };

export const noSilence: Silence = { volunteered: 0, followedUp: 0 };

/** Contrasts after which what is seen counts as much as "silence says nothing". */
const assumedContrasts = 20;

/** One silent owner in four is asked, drawn by chance; they stand for the other three. */
export const followUpShare = 0.25;

/**
 * People report success sooner than failure. Where one organization has both kinds of outcome of one action, their difference
 * says how much; `reported` is the share of outcomes that came by themselves. Over all outcomes the two shifts cancel.
 */
export function learnSilence(heard: readonly Heard[], reported: number): Silence {
  const cells = new Map<string, Heard[]>();
  for (const each of heard) {
    if (each.basis !== "measured") continue;
    const key = `${each.organization}\n${each.interventionId}`;
    cells.set(key, [...(cells.get(key) ?? []), each]);
  }
  let precision = 0;
  let sum = 0;
  let contrasts = 0;
  for (const cell of [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own)) {
    const asked = sumUp(cell.filter(({ followedUp }) => followedUp));
    const came = sumUp(cell.filter(({ followedUp }) => !followedUp));
    if (asked === null || came === null) continue;
    const weight = 1 / (1 / asked.precision + 1 / came.precision);
    precision += weight;
    sum += weight * (asked.mean - came.mean);
    contrasts++;
  }
  if (precision === 0) return noSilence;
  const contrast = (contrasts / (contrasts + assumedContrasts)) * Math.min(0, sum / precision);
  return { volunteered: -(1 - reported) * contrast, followedUp: reported * contrast };
}

/** The outcome with the shift of its kind taken off; `unit` is one standard deviation on its scale. */
export function heardPlainly(heard: Heard, silence: Silence, unit: number): Evidence {
  const { followedUp, ...evidence } = heard;
  return { ...evidence, effect: evidence.effect - unit * (followedUp ? silence.followedUp : silence.volunteered) };
}
