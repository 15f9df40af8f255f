import type { ExposureValidation } from "#app/domain/exposure/exposure-validation.ts";
import type { ModelParameters } from "#app/domain/exposure/occupation-pack.ts";
import { type TitleAccuracy, titleAccuracy } from "#app/domain/exposure/title-accuracy.ts";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { wilson } from "#app/domain/visibility/rate.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type ExposureMethod = {
  readonly version: string;
  readonly builtOn: string;
  readonly inputHash: string;
  readonly reviewBy: string;
  readonly occupations: number;
  readonly threshold: number;
  readonly validation: ExposureValidation;
  /** Nominal levels of the interval beside what it covered, with 95 % intervals. */
  readonly coverage: readonly { readonly forecast: number; readonly observed: Estimate; readonly n: number }[];
  readonly titles: TitleAccuracy;
  /** Probabilities of employers' titles held out by family beside how often they came true, with 95 % intervals. */
  readonly titleBins: ExposureMethod["coverage"];
  readonly recipe: Readonly<Record<string, number | string>>;
  readonly parameters: Pick<
    ModelParameters,
    | "intervalScale"
    | "weightSd"
    | "draws"
    | "hoursPerYear"
    | "softwareLag"
    | "startDepth"
    | "startShare"
    | "lowerPay"
    | "unlistedWay"
  >;
  readonly payEvidence: ModelParameters["payEvidence"];
  readonly gates: ModelParameters["gates"];
  readonly adoption: ModelParameters["adoption"];
  readonly sources: Readonly<Record<string, string>>;
};

/** How the scores come about, and what was measured when the packs were built. */
export function loadMethod(
  deps: Pick<Deps, "knowledge">,
  actor: Actor,
): Result<ExposureMethod, { readonly kind: "forbidden" }> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { occupations, titles } = deps.knowledge;
  const { validation } = occupations;
  const { gates, adoption, softwareWeight: _, adoptionBounds: __, payEvidence, ...parameters } = occupations.model;
  const accuracy = titleAccuracy(occupations.titleFigures);
  return ok({
    version: occupations.version,
    builtOn: occupations.builtOn,
    inputHash: occupations.inputHash,
    reviewBy: occupations.reviewBy,
    occupations: occupations.occupations.filter(({ assessable }) => assessable).length,
    threshold: titles.threshold,
    validation,
    coverage: validation.coverage.map(({ nominal, all }) => ({
      forecast: nominal,
      observed: wilson(all * validation.coverageOf.all, validation.coverageOf.all),
      n: validation.coverageOf.all,
    })),
    titles: accuracy,
    titleBins: (accuracy.reliability.find(({ set }) => set === "reliability")?.bins ?? []).map((own) => ({
      forecast: own.forecast,
      observed: wilson(own.observed * own.titles, own.titles),
      n: own.titles,
    })),
    recipe: occupations.recipe,
    parameters,
    payEvidence,
    gates,
    adoption,
    sources: occupations.parameterSources,
  });
}
