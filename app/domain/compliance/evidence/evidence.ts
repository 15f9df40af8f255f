import type { IsoDate } from "../../kernel/iso-date.ts";

export type Review = "waiting" | "accepted" | "sent-back";

/** Something that shows a control, as the states are worked out from it. What was removed is not handed in. */
export type Evidence = {
  readonly id: string;
  readonly control: string;
  /** The one AI system it is about; null when it is about the organization as a whole. */
  readonly system: string | null;
  readonly validFrom: IsoDate;
  /** The last day on which it counts, when it has one. */
  readonly expires: IsoDate | null;
  readonly review: Review;
  /** Duties that, in the reviewer's judgement, it shows in full although the control is only part of them. */
  readonly serves: readonly string[];
};

/** Whether evidence counts on `asOf`: begun and not past its last day. */
export function countsOn({ validFrom, expires }: Pick<Evidence, "validFrom" | "expires">, asOf: IsoDate): boolean {
  return validFrom <= asOf && (expires === null || asOf <= expires);
}

export function hasExpired({ expires }: Pick<Evidence, "expires">, asOf: IsoDate): boolean {
  return expires !== null && expires < asOf;
}
