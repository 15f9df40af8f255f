import type { ReactNode } from "react";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { interfaceText } from "#app/strings/en/interface.ts";
import { type Formats, supportedDigits, type Unit } from "#app/strings/format.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { Why } from "./why.tsx";

/** Why there is no figure. It is said in words, never as 0 or a dash. */
export type Absent = "not-measured" | "not-assessable" | "unconfirmed" | "none";

const absentKeys = {
  "not-measured": "notMeasured",
  "not-assessable": "notAssessable",
  unconfirmed: "unconfirmed",
  none: "none",
} as const;

type FigureProps = {
  /** In the unit that `unit` names; null when there is no figure, and then `absent` says why. */
  estimate: Estimate | null;
  unit: Unit;
  absent?: Absent;
  /** `key` is for the four figures at the head of a page. */
  size?: "inline" | "key";
};

/** A figure with its interval in quieter type, rounded to what the interval supports. An exact figure shows no interval. */
export function Figure({ estimate, unit, absent = "not-measured", size = "inline" }: FigureProps) {
  const t = useText(interfaceText);
  const f = useFormat();
  const big = size === "key" ? "text-figure font-semibold" : "font-semibold";
  const quiet = size === "key" ? "text-base text-ink-soft" : "text-caption text-ink-soft";
  if (estimate === null)
    return (
      <span className={size === "key" ? "text-heading text-ink-soft" : "text-ink-soft"}>{t(absentKeys[absent])}</span>
    );
  const range = intervalText(f, estimate, unit);
  const suffix = unit === "points" ? t("ofHundred") : unit === "hours" ? t("hoursAYear") : "";
  return (
    <span>
      <span className={big}>{f.figure(estimate.value, unit, supportedDigits(estimate, unit))}</span>
      {range === null && suffix === "" ? null : (
        <span className={quiet}>
          {" "}
          <span className="whitespace-nowrap">{range}</span> {suffix}
        </span>
      )}
    </span>
  );
}

/** The interval as text, null when the figure is exact as far as it is shown. */
export function intervalText(f: Formats, of: Estimate, unit: Unit): string | null {
  if (of.low === of.high) return null;
  const digits = supportedDigits(of, unit);
  const low = f.figure(of.low, unit, digits);
  const high = f.figure(of.high, unit, digits);
  if (low === high) return null;
  return unit === "share" ? `${low.replace(/\s?%$/, "")} – ${high}` : `${low} – ${high}`;
}

type FigureCardProps = Omit<FigureProps, "size"> & {
  label: string;
  /** Path to answers, evidence and formula behind the figure. */
  why?: string;
  /** Replaces the figure, for two figures in one card. */
  figure?: ReactNode;
  children?: ReactNode;
};

/** One of the key figures of a page: label, figure, and a line that says what matters about it. */
export function FigureCard({ label, why, figure, children, ...of }: FigureCardProps) {
  return (
    <div className="panel">
      <div className="flex items-baseline justify-between gap-2 text-caption text-ink-soft">
        <h2 className="font-normal">{label}</h2>
        {why === undefined ? null : <Why to={why} about={label} />}
      </div>
      <div>
        {figure === undefined ? (
          <Figure {...of} size="key" />
        ) : (
          <span className="text-figure font-semibold">{figure}</span>
        )}
      </div>
      {children === undefined ? null : <div className="mt-2 text-caption text-ink-soft">{children}</div>}
    </div>
  );
}
