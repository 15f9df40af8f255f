import {
  type ActivityEvidence,
  labelSources,
  type Occupation,
  type OccupationActivity,
  type OccupationPack,
  type RelatedOccupation,
  raterSources,
} from "#app/domain/exposure/occupation-pack.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import activityLabels from "./packs/activity-labels.json" with { type: "json" };
import dutiesFile from "./packs/duties.json" with { type: "json" };
import modelFile from "./packs/model.json" with { type: "json" };
import occupationsFile from "./packs/occupations.json" with { type: "json" };
import validationFile from "./packs/validation.json" with { type: "json" };
import { readBytes, readCounts, readSparse } from "./read-bytes.ts";
import {
  activityLabelsSchema,
  dutiesFileSchema,
  modelFileSchema,
  occupationsFileSchema,
  validationFileSchema,
} from "./schema.ts";

const full = 65_535;
const numbersPerCell = 14;

const file = occupationsFileSchema.parse(occupationsFile);
const duties = dutiesFileSchema.parse(dutiesFile);
const labels = activityLabelsSchema.parse(activityLabels);
const { sources, reviewBy, ...parameters } = modelFileSchema.parse(modelFile);
const { exposure: validation, titles: titleFigures } = validationFileSchema.parse(validationFile);

const list = file.occupations.map((row): Occupation => {
  const { related, skills, cells, ...facts } = row;
  return {
    ...facts,
    soc: row.onet.slice(0, 7),
    related: readRelated(related),
    skills: readSkills(skills),
    activities: readCells(cells),
  };
});

/** Figures of every occupation of O*NET 30.1 and of the 332 work activities. */
export const occupations: OccupationPack = Object.freeze({
  pack: file.pack,
  version: file.version,
  builtOn: file.builtOn as IsoDate,
  inputHash: file.inputHash,
  activities: file.activities.map(([id, e1, e2, automation]) => ({ id, label: labels[id] ?? id, e1, e2, automation })),
  dutyLanguage: {
    words: readSparse(duties.words, readCounts(duties.words.values)),
    activityOf: new Uint16Array(readBytes(duties.activityOf)),
  },
  skills: file.skills,
  occupations: list,
  byOnet: new Map(list.map((occupation) => [occupation.onet, occupation])),
  model: { ...parameters, intervalScale: file.intervalScale, softwareWeight: 0.5 },
  parameterSources: sources,
  reviewBy: reviewBy as IsoDate,
  recipe: file.recipe,
  validation,
  titleFigures,
});

function readCells(cells: string): readonly OccupationActivity[] {
  const numbers = new Uint16Array(readBytes(cells));
  const share = (at: number) => (numbers[at] ?? 0) / full;
  return Array.from({ length: numbers.length / numbersPerCell }, (_, cell) => {
    const at = cell * numbersPerCell;
    const last = numbers[at + 7] ?? 0;
    return {
      activity: numbers[at] ?? 0,
      weight: share(at + 1),
      e1: share(at + 2),
      e2: share(at + 3),
      automation: share(at + 4),
      scoreSd: share(at + 5),
      automationSd: share(at + 6),
      sources: labelSources.filter((_source, bit) => (last & (1 << bit)) !== 0),
      tasks: last >> 8,
      evidence: readEvidence(numbers.subarray(at + 8, at + numbersPerCell)),
    };
  });
}

/** Two scores, then for each rater and for observed use a share and a number of tasks in one byte each. */
function readEvidence(numbers: Uint16Array): ActivityEvidence {
  const pair = (at: number) => ({ share: short(((numbers[at] ?? 0) & 255) / 255), tasks: (numbers[at] ?? 0) >> 8 });
  const observed = pair(2 + raterSources.length);
  return {
    alone: short((numbers[0] ?? 0) / full),
    similar: short((numbers[1] ?? 0) / full),
    raters: raterSources.flatMap((source, rater) => {
      const { share, tasks } = pair(2 + rater);
      return tasks === 0 ? [] : [{ source, score: share, tasks }];
    }),
    observed: observed.tasks === 0 ? null : { automation: observed.share, tasks: observed.tasks },
  };
}

/** As many places as were kept: pages carry these figures by the dozen. */
function short(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}

function readSkills(skills: string | null): Occupation["skills"] {
  if (skills === null) return null;
  const numbers = new Uint16Array(readBytes(skills));
  return file.skills.map((_, at) => ({
    level: ((numbers[2 * at] ?? 0) / full) * 7,
    importance: ((numbers[2 * at + 1] ?? 0) / full) * 5,
  }));
}

function readRelated(related: string): readonly RelatedOccupation[] {
  if (related === "") return [];
  return related.split(" ").map((entry) => {
    const [onet = "", tier = "3"] = entry.split(":");
    return { onet, tier: tier === "1" ? 1 : tier === "2" ? 2 : 3 };
  });
}
