import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type ExposureMethod = {
  readonly version: string;
  readonly builtOn: string;
  readonly occupations: number;
  readonly threshold: number;
  readonly coverage: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly sources: Readonly<Record<string, string>>;
};

/** How the scores come about, and what was measured when the packs were built. */
export function loadMethod(
  deps: Pick<Deps, "knowledge">,
  actor: Actor,
): Result<ExposureMethod, { readonly kind: "forbidden" }> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { occupations, titles } = deps.knowledge;
  return ok({
    version: occupations.version,
    builtOn: occupations.builtOn,
    occupations: occupations.occupations.filter(({ assessable }) => assessable).length,
    threshold: titles.threshold,
    coverage: occupations.validation.intervalCoverage ?? 0,
    figures: occupations.validation,
    sources: occupations.parameterSources,
  });
}
