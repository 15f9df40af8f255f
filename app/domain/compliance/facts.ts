/** What an answer may be. A place is a code such as `EU-DE`, `US-IL` or `GB`; a day is `YYYY-MM-DD` or its beginning. */
export type FactValue = boolean | number | string | readonly string[] | Readonly<Record<string, number>>;

/** Answers by the name of the fact. A fact left out or null is not answered: it never counts as "no". */
export type FactValues = Readonly<Record<string, FactValue | null>>;

/** One AI system with its answers, keyed by the full name of the fact (`system.uses`). */
export type SystemFacts = { readonly id: string; readonly name?: string; readonly facts: FactValues };

/**
 * Everything known about an organization. `systems: null` means that nobody has answered yet which AI systems there are;
 * an empty list means that there are none.
 */
export type Facts = { readonly org: FactValues; readonly systems: readonly SystemFacts[] | null };

export type FactKind = "yes-no" | "number" | "date" | "choice" | "list" | "places" | "number-by-place";

/** A fact that rules ask for: the question, why it is asked, and what may be answered. */
export type FactDefinition = {
  readonly id: string;
  /** A short name, for tables. */
  readonly label: string;
  readonly kind: FactKind;
  readonly question: string;
  readonly why: string;
  /** For `choice` and `list`. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly unit?: string;
};

export function isSystemFact(fact: string): boolean {
  return fact.startsWith("system.");
}
