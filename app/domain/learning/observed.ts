import { type EffectScale, rangeOf } from "#app/domain/kernel/forecast.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";

/** A figure as somebody wrote it: plain, or with a per cent sign. */
export type Written = number | { readonly perCent: number };

/** Reads `0.85`, `0,85`, `85%` or `85,5 %`, with spaces anywhere; null for what is no number. */
export function readWritten(text: string): Written | null {
  const bare = text.replace(/\s/g, "").replace("−", "-");
  const found = /^([-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+))(%?)$/.exec(bare);
  if (found === null) return null;
  const amount = Number((found[1] ?? "").replace(",", "."));
  return found[2] === "%" ? { perCent: amount } : amount;
}

/** A written figure in the terms of a scale; null for a per cent sign where the effect is no share. */
export function inTermsOf(scale: EffectScale, written: Written): number | null {
  if (typeof written === "number") return written;
  if (scale === "percentage-points") return written.perCent;
  return rangeOf(scale) === null ? null : written.perCent / 100;
}

export type ObservedFailure = { readonly kind: "no-share-here" | "not-a-share" | "not-a-change" };

/** What was observed, in the terms of the forecast; refuses what such an effect cannot be, such as 85 for 85 %. */
export function observedIn(scale: EffectScale, written: Written): Result<number, ObservedFailure> {
  const value = inTermsOf(scale, written);
  if (value === null) return fail({ kind: "no-share-here" });
  const range = rangeOf(scale);
  if (range === null || (value >= range.least && value <= range.most)) return ok(value);
  return fail({ kind: scale === "probability" ? "not-a-share" : "not-a-change" });
}
