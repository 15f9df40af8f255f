import type { Reason, ShownValue } from "#app/domain/compliance/reasons.ts";
import { textOf, textOfCode } from "#app/strings/catalogue.ts";
import { reasonsText } from "#app/strings/en/reasons.ts";
import type { Formats } from "#app/strings/format.ts";
import { placeName } from "#app/strings/place-name.ts";

const most = 4;

/** A value as people read it: names of places, dates and figures of the reader, `yes` and `no`. Long lists are cut with a count. */
export function valueWords({ kind, values }: ShownValue, f: Formats): string {
  const t = textOf(reasonsText, f.locale);
  if (values.length === 0) return t("nothing");
  const words = values.map((value) => oneWord(kind, value, f));
  if (words.length <= most) return words.join(", ");
  return t("moreWanted", { list: words.slice(0, most - 1).join(", "), count: words.length - most + 1 });
}

function oneWord(kind: ShownValue["kind"], value: string, f: Formats): string {
  if (kind === "yes-no") return textOfCode(reasonsText, f.locale, value) ?? value;
  if (kind === "places") return placeName(value, f.locale);
  if (kind === "number") return f.number(Number(value));
  if (kind === "date" && value.length === 10) return f.date(value);
  if (kind !== "number-by-place") return value;
  const [place = "", count] = value.split(": ");
  return count === undefined ? f.number(Number(value)) : `${placeName(place, f.locale)} ${f.number(Number(count))}`;
}

export function labelWords({ label, place }: Pick<Reason, "label" | "place">, f: Formats): string {
  return place === undefined ? label : `${label} (${placeName(place, f.locale)})`;
}

/** What the rule asks for, in words; null for laws that ask for no fact. */
export function askedWords(reason: Reason, f: Formats, form: "asks" | "to"): string | null {
  if (reason.asked === null) return null;
  const { op, met, wanted } = reason.asked;
  if (wanted.kind === "yes-no") {
    const word = wanted.values.includes("yes") === met ? "yes" : "no";
    const t = textOf(reasonsText, f.locale);
    return form === "asks"
      ? t("asks_eq", { wanted: t(word) })
      : t("to_answer", { label: reason.label, wanted: t(word) });
  }
  const values = { wanted: valueWords(wanted, f), label: labelWords(reason, f) };
  return textOfCode(reasonsText, f.locale, `${form}_${met ? "" : "not_"}${op}`, values);
}

/** The answer that was given, or that there is none. */
export function givenWords({ note, given }: Reason, f: Formats): string {
  return note ?? (given === null ? textOf(reasonsText, f.locale)("notAnswered") : valueWords(given, f));
}
