import type { IsoDate } from "../kernel/iso-date.ts";
import type { InstrumentStatus, ObligationPack, Verification } from "./obligation-pack.ts";
import { dutyOn, statusOn, termsOn } from "./state-of-duty.ts";

/** One law of the pack: where it stands, how many duties it holds, how they were checked and when they are looked at again. */
export type CoveredLaw = {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly status: InstrumentStatus;
  readonly duties: number;
  readonly checked: Readonly<Record<Verification, number>>;
  readonly openPoints: number;
  readonly reviewBy: IsoDate;
  readonly reviewDue: boolean;
};

/** What a pack covers and how well it was checked, counted from the pack itself. */
export type Coverage = {
  readonly version: string;
  readonly asOf: IsoDate;
  readonly instruments: number;
  readonly obligations: number;
  readonly checked: Readonly<Record<Verification, number>>;
  /** Places with the number of instruments each, most first. */
  readonly places: readonly { readonly place: string; readonly instruments: number }[];
  /** Instruments whose review is due on `on` or before. */
  readonly reviewDue: readonly string[];
  readonly nextReview: IsoDate | null;
  /** Every law, by place and then by title, with its status on `on`. */
  readonly laws: readonly CoveredLaw[];
  readonly notCovered: readonly string[];
};

const ways = ["secondary text quoting the law", "secondary summary", "memory"] as const;

export function coverageOf(pack: ObligationPack, on: IsoDate): Coverage {
  const laws = pack.instruments.map((instrument): CoveredLaw => {
    const checked = { "secondary text quoting the law": 0, "secondary summary": 0, memory: 0 };
    for (const one of instrument.obligations) checked[dutyOn(one, on).checked.how] += 1;
    const { id, place, reviewBy, obligations } = instrument;
    const { title, openPoints } = termsOn(instrument, on);
    const status = statusOn(instrument, on);
    const duties = obligations.length;
    return {
      id,
      title,
      place,
      status,
      duties,
      checked,
      openPoints: openPoints.length,
      reviewBy,
      reviewDue: reviewBy <= on,
    };
  });
  const checked = { "secondary text quoting the law": 0, "secondary summary": 0, memory: 0 };
  for (const law of laws) for (const how of ways) checked[how] += law.checked[how];
  const places = new Map<string, number>();
  for (const { place } of pack.instruments) places.set(place, (places.get(place) ?? 0) + 1);
  const reviews = pack.instruments.map(({ reviewBy }) => reviewBy).sort();
  return {
    version: pack.version,
    asOf: pack.asOf,
    instruments: pack.instruments.length,
    obligations: laws.reduce((sum, { duties }) => sum + duties, 0),
    checked,
    places: [...places]
      .map(([place, instruments]) => ({ place, instruments }))
      .sort((a, b) => b.instruments - a.instruments || (a.place < b.place ? -1 : 1)),
    reviewDue: laws.filter(({ reviewDue }) => reviewDue).map(({ id }) => id),
    nextReview: reviews[0] ?? null,
    laws: laws.sort((a, b) => (`${a.place} ${a.title}` < `${b.place} ${b.title}` ? -1 : 1)),
    notCovered: pack.notCovered,
  };
}
