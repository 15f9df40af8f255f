import type { IsoDate } from "../kernel/iso-date.ts";
import type { ObligationPack, Verification } from "./obligation-pack.ts";
import { dutyOn } from "./state-of-duty.ts";

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
  readonly notCovered: readonly string[];
};

export function coverageOf(pack: ObligationPack, on: IsoDate): Coverage {
  const duties = pack.instruments.flatMap(({ obligations }) => obligations.map((one) => dutyOn(one, pack.asOf)));
  const checked = { "secondary text quoting the law": 0, "secondary summary": 0, memory: 0 };
  for (const duty of duties) checked[duty.checked.how] += 1;
  const places = new Map<string, number>();
  for (const { place } of pack.instruments) places.set(place, (places.get(place) ?? 0) + 1);
  const reviews = pack.instruments.map(({ reviewBy }) => reviewBy).sort();
  return {
    version: pack.version,
    asOf: pack.asOf,
    instruments: pack.instruments.length,
    obligations: duties.length,
    checked,
    places: [...places]
      .map(([place, instruments]) => ({ place, instruments }))
      .sort((a, b) => b.instruments - a.instruments || (a.place < b.place ? -1 : 1)),
    reviewDue: pack.instruments.filter(({ reviewBy }) => reviewBy <= on).map(({ id }) => id),
    nextReview: reviews[0] ?? null,
    notCovered: pack.notCovered,
  };
}
