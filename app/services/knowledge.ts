import type { OccupationPack } from "#app/domain/exposure/occupation-pack.ts";

/** The facts the engines read, as domain types. Composition fills it from app/knowledge; large packs load when first asked for. */
export type Knowledge = {
  readonly occupations: OccupationPack;
};
