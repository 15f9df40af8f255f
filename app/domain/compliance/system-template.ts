import type { FactValues } from "./facts.ts";

/** A common AI tool with the answers that hold for most who use it. Everything can be changed once it is in the inventory. */
export type SystemTemplate = {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly category: string;
  /** What it does, in a sentence of our own. */
  readonly does: string;
  /** Prefilled answers, keyed by the full name of the fact. What depends on the organization is left open. */
  readonly facts: FactValues;
  /** What to look at first, because use differs between organizations. */
  readonly check: string;
};

export type SystemCatalogue = { readonly version: string; readonly systems: readonly SystemTemplate[] };

/** The templates whose name, vendor, category or description holds every word asked for; all of them when nothing is asked. */
export function searchCatalogue(catalogue: SystemCatalogue, asked: string): readonly SystemTemplate[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue.systems.filter(({ name, vendor, category, does }) => {
    const text = `${name} ${vendor} ${category} ${does}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
