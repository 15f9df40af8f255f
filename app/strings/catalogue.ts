/** A text with `{name}` places, or its plural forms by `Intl.PluralRules`, chosen by the value `count`. */
export type Message = string | Plural;
export type Plural = {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};
export type Catalogue = Readonly<Record<string, Message>>;

/** The same keys in another language; a plural may have the forms that language needs. */
export type Translation<C extends Catalogue> = { readonly [Key in keyof C]: C[Key] extends string ? string : Plural };

type PlacesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never;
type Places<M> = M extends string
  ? PlacesIn<M>
  : M extends Plural
    ? "count" | { [Form in keyof M]: M[Form] extends string ? PlacesIn<M[Form]> : never }[keyof M]
    : never;

type Values<M> = { readonly [Name in Places<M>]: Name extends "count" ? number : string | number };

/** Says the message of a key; what its places need is a compile error when missing. */
export type Say<C extends Catalogue> = <Key extends keyof C & string>(
  key: Key,
  ...values: [Places<C[Key]>] extends [never] ? [] : [Values<C[Key]>]
) => string;

/** Keeps the literal texts of a catalogue, so that the compiler knows their places. */
export function catalogue<const C extends Catalogue>(texts: C): C {
  return texts;
}

/** A catalogue spoken in a locale. Numbers among the values are written in that locale. */
export function textOf<C extends Catalogue>(texts: C, locale: string): Say<C> {
  return (key, ...values) => fill(formOf(texts[key], values[0], locale), values[0], locale);
}

/**
 * The message of a key known only at run time, such as a reason code from the domain; null when the catalogue has none.
 * Places without a value stay as they are written, so that a gap is seen and not hidden.
 */
export function textOfCode(
  texts: Catalogue,
  locale: string,
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): string | null {
  const message = texts[code];
  return message === undefined ? null : fill(formOf(message, values, locale), values, locale);
}

function formOf(message: Message | undefined, values: unknown, locale: string): string {
  if (message === undefined) return "";
  if (typeof message === "string") return message;
  const count = Number((values as { count?: unknown } | undefined)?.count ?? 0);
  if (count === 0 && message.zero !== undefined) return message.zero;
  return message[pluralRules(locale).select(count)] ?? message.other;
}

function fill(text: string, values: unknown, locale: string): string {
  if (!text.includes("{")) return text;
  const given = (values ?? {}) as Readonly<Record<string, string | number>>;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined) return place;
    return typeof value === "number" ? numberFormat(locale).format(value) : value;
  });
}

const plurals = new Map<string, Intl.PluralRules>();
function pluralRules(locale: string): Intl.PluralRules {
  const known = plurals.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.PluralRules(locale);
  plurals.set(locale, made);
  return made;
}

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(locale: string): Intl.NumberFormat {
  const known = numbers.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale);
  numbers.set(locale, made);
  return made;
}
