import { type ActivityEvidence, labelSources, raterSources } from "#app/domain/exposure/occupation-pack.ts";
import { defaultShares } from "./automation-share.ts";
import type { BuiltExposure, BuiltOccupation } from "./build-occupations.ts";
import { skillNames } from "./occupation-facts.ts";
import { shipped } from "./variants.ts";

const full = 65_535;

/** The pack as it is committed: figures in base64 of 16-bit numbers; `app/knowledge/occupations/schema.ts` reads it. */
export function occupationsFile(built: BuiltExposure, builtOn: string, inputHash: string): unknown {
  return {
    pack: "occupations",
    version: `onet-30.1+${inputHash.slice(0, 10)}`,
    builtOn,
    inputHash,
    intervalScale: rounded(built.intervalScale),
    recipe: recipe(),
    skills: Object.values(skillNames),
    activities: built.activityIds.map((id, at) => [
      id,
      rounded(built.activityMeans[at]?.e1 ?? 0),
      rounded(built.activityMeans[at]?.e2 ?? 0),
      rounded(built.activityMeans[at]?.automation ?? 0),
    ]),
    occupations: built.occupations.map((occupation) => ({
      onet: occupation.onet,
      title: occupation.title,
      assessable: occupation.assessable,
      raterSd: rounded(occupation.raterSd),
      pay: occupation.pay,
      employment: occupation.employment,
      jobZone: occupation.jobZone,
      related: occupation.related.map(({ onet, tier }) => `${onet}:${tier}`).join(" "),
      skills:
        occupation.skills === null
          ? null
          : base64(occupation.skills.flatMap(([level, importance]) => [level / 7, importance / 5])),
      cells: cells(occupation),
    })),
  };
}

/** What a reader has to know to compute the figures again. */
function recipe(): Readonly<Record<string, number | string>> {
  const { labels, weights, software } = shipped;
  return {
    raters: labels.raters,
    humanTrust: labels.trust.human,
    machineTrust: labels.trust.machine,
    shrinkage: labels.levels.map(([level, pseudo]) => `${level} ${pseudo}`).join(", "),
    activityPrior: labels.activityPrior,
    textPrior: labels.textPrior,
    taskWeights: weights.tasks,
    publishedWeights: weights.published,
    softwareWeight: software,
    observedPull: defaultShares.pull,
    sharePenalty: defaultShares.penalty,
  };
}

function cells(occupation: BuiltOccupation): string {
  const numbers = occupation.activities.flatMap((cell) => {
    const sources = cell.sources.reduce((bits, source) => bits | (1 << labelSources.indexOf(source)), 0);
    return [
      cell.activity / full,
      cell.weight,
      cell.e1,
      cell.e2,
      cell.automation,
      cell.scoreSd,
      cell.automationSd,
      (sources + 256 * Math.min(255, cell.tasks)) / full,
      ...evidence(cell.evidence),
    ];
  });
  return base64(numbers);
}

/** Two scores, then for each rater and for observed use a share and a number of tasks in one byte each. */
function evidence({ alone, similar, raters, observed }: ActivityEvidence): readonly number[] {
  const byRater = raterSources.map((source) => raters.find((rater) => rater.source === source));
  return [
    alone,
    similar,
    ...byRater.map((rater) => pair(rater?.score ?? 0, rater?.tasks ?? 0)),
    pair(observed?.automation ?? 0, observed?.tasks ?? 0),
  ];
}

function pair(share: number, tasks: number): number {
  return (Math.round(share * 255) + 256 * Math.min(255, tasks)) / full;
}

function base64(shares: readonly number[]): string {
  const numbers = Uint16Array.from(shares, (share) => Math.round(Math.min(1, Math.max(0, share)) * full));
  return Buffer.from(numbers.buffer).toString("base64");
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
