import type { IsoDate } from "../kernel/iso-date.ts";
import type { Currency, Rates } from "../kernel/money.ts";
import type { Role } from "../workforce/role.ts";
import type { TitleMatcher } from "./match-title.ts";
import type { AdoptionName, OccupationPack } from "./occupation-pack.ts";

/** What an assessment is computed from. */
export type ExposureInput = {
  readonly asOf: IsoDate;
  readonly roles: readonly Role[];
  readonly currency: Currency;
  readonly rates: Rates | null;
  readonly scenario: AdoptionName;
};

/** What it is computed with. */
export type ExposureKnowledge = {
  readonly occupations: OccupationPack;
  readonly titles: Pick<TitleMatcher, "match">;
};
