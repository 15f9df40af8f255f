import type { RoleId } from "../kernel/ids.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Currency, Rates } from "../kernel/money.ts";
import type { Role } from "../workforce/role.ts";
import type { TitleMatcher } from "./match-title.ts";
import type { AdoptionName, AdoptionParameters, OccupationPack } from "./occupation-pack.ts";

/** What an assessment is computed from. */
export type ExposureInput = {
  readonly asOf: IsoDate;
  readonly roles: readonly Role[];
  readonly currency: Currency;
  readonly rates: Rates | null;
  readonly scenario: AdoptionName;
  /** What a person set otherwise than the named setting. */
  readonly adoption?: Partial<AdoptionParameters>;
  /** Roles that a second set of groups leaves out, because their figures would tell of persons. */
  readonly apart?: readonly RoleId[];
  /** Whether the draws of the organization's shares are handed out, for differences between results. */
  readonly keepDraws?: boolean;
};

/** What it is computed with. */
export type ExposureKnowledge = {
  readonly occupations: OccupationPack;
  readonly titles: Pick<TitleMatcher, "match">;
};
