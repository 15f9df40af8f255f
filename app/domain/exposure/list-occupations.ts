import type { ActivityEvidence, LabelSource, OccupationPack } from "./occupation-pack.ts";
import { activitiesOf, scoreCache, scoreOccupation, unknownShares } from "./score-role.ts";

type Interval = { readonly score: number; readonly low: number; readonly high: number };

/** One occupation at its published weights and without gates. The three shares sum to 1; the interval holds with 80 %. */
export type OccupationRow = {
  readonly onet: string;
  readonly soc: string;
  readonly title: string;
  readonly exposure: Interval;
  readonly automatable: number;
  readonly augmentable: number;
  readonly human: number;
  readonly assessable: boolean;
};

export type ActivityRow = {
  readonly onet: string;
  readonly activity: string;
  readonly label: string;
  readonly weight: number;
  readonly exposure: Interval;
  readonly automatable: number;
  readonly augmentable: number;
  readonly human: number;
  readonly sources: readonly LabelSource[];
  /** What each rater says alone, and what was seen in use. */
  readonly raters: ActivityEvidence["raters"];
  readonly observed: ActivityEvidence["observed"];
};

export function* listOccupations(pack: OccupationPack): Iterable<OccupationRow> {
  for (const occupation of pack.occupations) {
    const { onet, soc, title, assessable } = occupation;
    const scored = assessable ? scoreOccupation(occupation, undefined, pack, scoreCache()) : unknownShares;
    yield {
      onet,
      soc,
      title,
      exposure: { score: scored.score.value, low: scored.score.low, high: scored.score.high },
      automatable: scored.automatable.value,
      augmentable: scored.augmentable.value,
      human: scored.human.value,
      assessable,
    };
  }
}

export function* listActivities(pack: OccupationPack): Iterable<ActivityRow> {
  for (const occupation of pack.occupations) {
    if (!occupation.assessable) continue;
    for (const { activity, label, weight, score, automatable, augmentable, human, sources, evidence } of activitiesOf(
      [{ occupation, share: 1 }],
      undefined,
      pack,
    )) {
      yield {
        onet: occupation.onet,
        activity,
        label,
        weight,
        exposure: { score: score.value, low: score.low, high: score.high },
        automatable: automatable.value,
        augmentable: augmentable.value,
        human: human.value,
        sources,
        raters: evidence.raters,
        observed: evidence.observed,
      };
    }
  }
}
