import type { ControlPack } from "#app/domain/compliance/evidence/control-pack.ts";
import effortPack from "./packs/effort.json" with { type: "json" };
import penaltiesPack from "./packs/penalties.json" with { type: "json" };
import rankingPack from "./packs/ranking.json" with { type: "json" };
import relationsPack from "./packs/relations.json" with { type: "json" };
import { effortFile, penaltiesFile, rankingFile, relationsFile } from "./schema.ts";

const relations = relationsFile.parse(relationsPack);
const effort = effortFile.parse(effortPack);
const penalties = penaltiesFile.parse(penaltiesPack);

/** How controls stand to duties, what they cost, and how gaps are ranked. */
export const controls: ControlPack = Object.freeze({
  relations: {
    judgedOn: relations.judgedOn,
    reviewBy: relations.reviewBy,
    ofControl: new Map(
      relations.controls.map(({ control, duties }) => [control, new Map(duties.map((one) => [one.duty, one]))]),
    ),
  },
  effort: {
    judgedOn: effort.judgedOn,
    reviewBy: effort.reviewBy,
    classes: effort.classes,
    ofControl: new Map(effort.controls.map((one) => [one.control, one])),
  },
  penalties: {
    judgedOn: penalties.judgedOn,
    reviewBy: penalties.reviewBy,
    classes: penalties.classes,
    ofLaw: new Map(penalties.instruments.map((one) => [one.instrument, one])),
  },
  ranking: rankingFile.parse(rankingPack),
});
