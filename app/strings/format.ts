import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { Money } from "#app/domain/kernel/money.ts";

/** The unit of a figure: points and effects as they are, shares 0..1 (written as per cent), hours, counts, or a currency. */
export type Unit = "points" | "share" | "hours" | "count" | "effect" | { readonly currency: string };

export type Formats = ReturnType<typeof formats>;

const made = new Map<string, Formats>();

/**
 * Writes figures and dates for one reader. Locale and time zone are always given, so that a server and a browser write the
 * same characters; `Intl` compact notation is not used because its letters differ between engines.
 */
export function formatsFor(locale: string, timeZone: string): Formats {
  const key = `${locale}|${timeZone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = formats(locale, timeZone);
  made.set(key, fresh);
  return fresh;
}

type Writer<Value> = { readonly format: (value: Value) => string };

/** What was written before is looked up: `Intl` takes a microsecond a figure, and pages write the same hundreds again. */
function remembering<Value>(writer: Writer<Value>): Writer<Value> {
  const most = 5000;
  const written = new Map<Value, string>();
  return {
    format(value) {
      const known = written.get(value);
      if (known !== undefined) return known;
      if (written.size >= most) written.clear();
      const fresh = writer.format(value);
      written.set(value, fresh);
      return fresh;
    },
  };
}

function formats(locale: string, timeZone: string) {
  const cache = new Map<string, Writer<number>>();
  function numberFormat(digits: number, options?: Intl.NumberFormatOptions): Writer<number> {
    const key = `${digits}|${options?.style ?? ""}|${options?.currency ?? ""}|${options?.signDisplay ?? ""}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const fresh = remembering<number>(
      new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits }),
    );
    cache.set(key, fresh);
    return fresh;
  }
  function dateFormat(options: Intl.DateTimeFormatOptions): Writer<string> {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return remembering<string>({ format: (iso) => format.format(new Date(`${iso}T00:00:00Z`)) });
  }
  const day = dateFormat({ day: "numeric", month: "short", year: "numeric" });
  const longDay = dateFormat({ day: "numeric", month: "long", year: "numeric" });
  const dayOfYear = dateFormat({ day: "numeric", month: "short" });
  const month = dateFormat({ month: "short", year: "numeric" });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false, timeZone });
  const moment = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
    timeZone,
  });

  function number(value: number, digits = 0): string {
    return numberFormat(digits).format(unsignedZero(value, digits));
  }
  /** A share 0..1 as per cent. */
  function share(value: number, digits = 0): string {
    return numberFormat(digits, { style: "percent" }).format(unsignedZero(value, digits + 2));
  }
  /** A chance 0..1 as per cent; what was drawn is never certain, so the ends are bounds. */
  function chance(value: number): string {
    if (value < 0.01) return `<${share(0.01)}`;
    return value > 0.99 ? `>${share(0.99)}` : share(value);
  }
  function money(of: Money): string {
    const digits = Math.abs(of.amount) < 100 && of.amount % 1 !== 0 ? 2 : 0;
    return numberFormat(digits, { style: "currency", currency: of.currency }).format(unsignedZero(of.amount, digits));
  }
  /** Thousands as k, millions as m, with at most two significant digits after the first. */
  function moneyShort(of: Money): string {
    const size = Math.abs(of.amount);
    const [divisor, letter] = size >= 999_500 ? [1_000_000, " m"] : size >= 10_000 ? [1_000, " k"] : [1, ""];
    const value = of.amount / divisor;
    const digits = letter !== "" && Math.abs(value) < 9.95 ? 1 : 0;
    return (
      numberFormat(digits, { style: "currency", currency: of.currency }).format(unsignedZero(value, digits)) + letter
    );
  }
  function signed(value: number, digits = 0): string {
    return numberFormat(digits, { signDisplay: "exceptZero" }).format(unsignedZero(value, digits));
  }

  return {
    locale,
    timeZone,
    number,
    share,
    chance,
    money,
    moneyShort,
    signed,
    /** A calendar day, such as 2 Dec 2027. */
    date: (iso: string) => day.format(iso),
    /** From one day to another, the year once where it is the same. Not by `formatRange`, whose spaces differ between engines. */
    dateRange(from: string, to: string): string {
      const sameYear = from.slice(0, 4) === to.slice(0, 4);
      return `${(sameYear ? dayOfYear : day).format(from)} – ${day.format(to)}`;
    },
    longDate: (iso: string) => longDay.format(iso),
    month: (iso: string) => month.format(`${iso.slice(0, 7)}-01`),
    clock: (at: Date | number) => clock.format(at),
    moment: (at: Date | number) => moment.format(at),
    /** A stored sentence, with its ISO dates written as the reader does. */
    datesIn: (text: string) =>
      text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) =>
        Number.isNaN(Date.parse(`${iso}T00:00:00Z`)) ? iso : day.format(iso),
      ),
    /** One figure in its unit, with `digits` after the point (of the per cent, for shares). */
    figure(value: number, unit: Unit, digits = 0): string {
      if (unit === "share") return share(value, digits);
      if (typeof unit === "object") return moneyShort({ amount: value, currency: unit.currency });
      return number(value, digits);
    },
  };
}

/** Digits after the point: as many as the interval supports, and none that a figure of two digits does not need. */
export function supportedDigits(of: Estimate, unit: Unit): number {
  if (typeof unit === "object" || unit === "hours" || unit === "count") return 0;
  const width = (of.high - of.low) * (unit === "share" ? 100 : 1);
  if (unit === "effect") return width < 0.02 ? 3 : 2;
  const size = Math.abs(of.value) * (unit === "share" ? 100 : 1);
  return width > 0 && width < 1 && size < 10 ? 1 : 0;
}

/** Rounds to the digits shown, so that no `-0` is written. */
function unsignedZero(value: number, digits: number): number {
  return Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value;
}

/** The text with a capital at its start, for a phrase of the knowledge that begins a line. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("en") + text.slice(1);
}
