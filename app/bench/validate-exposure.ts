import { join } from "node:path";
import { buildExposure } from "#app/cli/knowledge-build/build-occupations.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import recordedDuties from "#app/knowledge/occupations/packs/duties.json" with { type: "json" };
import recorded from "#app/knowledge/occupations/packs/validation.json" with { type: "json" };
import { exposureTargets, headlines, validationTables } from "./exposure-figures.ts";
import type { Figure, FigureTable } from "./figures.ts";
import { measureDutyWordings } from "./measure-duties.ts";
import { measureWordings, shareNear } from "./measure-wordings.ts";
import { titleHeadlines, titleTables } from "./title-tables.ts";

type Options = { readonly data: string | null };

/**
 * The exposure engine against data kept apart. With a data folder the folds and all variants are computed again; the title
 * model's figures, whose training takes minutes, are those of the last build.
 */
export async function figures({ data }: Options): Promise<readonly Figure[]> {
  const last = `recorded ${recorded.builtOn}, input ${recorded.inputHash.slice(0, 10)}`;
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
    ...named("exposure", headlines(validation(data)), data === null ? "recorded" : "measured"),
    ...named("titles", titleHeadlines(recorded.titles), "recorded"),
    ...named("wordings", wordingFigures(), "measured"),
    ...named("duties", recordedDuties.validation, "recorded"),
    ...named("dutyWordings", dutyWordingFigures(), "measured"),
  ];
}

/** The recorded comparison of variants, measured again with a data folder; and titles held out, as the last build measured them. */
export async function tables({ data }: Options): Promise<readonly FigureTable[]> {
  return [...validationTables(validation(data)), ...titleTables(occupations.titleFigures)];
}

const measured = new Map<string, typeof occupations.validation>();

function validation(data: string | null): typeof occupations.validation {
  if (data === null) return occupations.validation;
  const found = measured.get(data) ?? buildExposure(join(data, "exposure")).validation;
  measured.set(data, found);
  return found;
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
