import { join } from "node:path";
import { buildExposure } from "#app/cli/knowledge-build/build-occupations.ts";
import recordedDuties from "#app/knowledge/occupations/packs/duties.json" with { type: "json" };
import recorded from "#app/knowledge/occupations/packs/validation.json" with { type: "json" };
import { exposureTargets } from "./exposure-figures.ts";
import type { Figure } from "./figures.ts";
import { measureDutyWordings } from "./measure-duties.ts";
import { measureWordings, shareNear } from "./measure-wordings.ts";

/**
 * The exposure engine against data kept apart. With a data folder the folds of human labels are computed again; the title
 * model's figures, whose training takes minutes, are those of the last build.
 */
export async function figures({ data }: { readonly data: string | null }): Promise<readonly Figure[]> {
  const last = `recorded ${recorded.builtOn}, input ${recorded.inputHash.slice(0, 10)}`;
  const measured = data === null ? null : buildExposure(join(data, "exposure")).validation;
  const named = (area: string, values: Readonly<Record<string, number>>, basis: Figure["basis"]) =>
    Object.entries(values).map(([name, value]): Figure => {
      const target = exposureTargets[`${area}.${name}`];
      return {
        name: `${area}.${name}`,
        value,
        basis,
        ...(target === undefined ? {} : { target }),
        ...(basis === "recorded" ? { note: last } : {}),
      };
    });
  return [
    ...named("exposure", measured ?? recorded.exposure, measured === null ? "recorded" : "measured"),
    ...named("titles", recorded.titles, "recorded"),
    ...named("wordings", wordingFigures(), "measured"),
    ...named("duties", recordedDuties.validation, "recorded"),
    ...named("dutyWordings", dutyWordingFigures(), "measured"),
  ];
}

/** Roles of our own, each in ten wordings and four languages, by the title model as it is shipped. */
function wordingFigures(): Readonly<Record<string, number>> {
  const gaps = measureWordings();
  return { compared: gaps.length, within5Points: shareNear(gaps) };
}

/** Duties of our own, each in ten wordings and four languages, as half of the time of a role. */
function dutyWordingFigures(): Readonly<Record<string, number>> {
  const gaps = measureDutyWordings();
  return {
    compared: gaps.length,
    within5Points: shareNear(gaps),
    withinEnglish: shareNear(gaps.filter(({ at }) => at < 6)),
    withinOtherLanguages: shareNear(gaps.filter(({ at }) => at >= 6)),
  };
}
