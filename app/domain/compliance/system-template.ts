import type { IsoDate } from "../kernel/iso-date.ts";
import type { FactValue, FactValues } from "./facts.ts";

/** A common AI tool with the answers that hold for most who use it. Everything can be changed once it is in the inventory. */
export type SystemTemplate = {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly category: string;
  /** What it does, in a sentence of our own. */
  readonly does: string;
  /** Kinds of data that people usually give it, by the ids of `dataKinds`. */
  readonly data: readonly string[];
  /** Prefilled answers, keyed by the full name of the fact. What depends on the organization is left open. */
  readonly facts: FactValues;
  /** What to look at first, because use differs between organizations. */
  readonly check: string;
  /** The day on which the entry was last looked at. */
  readonly asOf: IsoDate;
};

/** A kind of data that people may give to a tool, and what it says of the tool. */
export type DataKind = { readonly id: string; readonly label: string; readonly facts: FactValues };

export type SystemCatalogue = {
  readonly version: string;
  readonly dataKinds: readonly DataKind[];
  readonly systems: readonly SystemTemplate[];
};

/** The templates whose name, vendor, category or description holds every word asked for; all of them when nothing is asked. */
export function searchCatalogue(catalogue: SystemCatalogue, asked: string): readonly SystemTemplate[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return catalogue.systems.filter(({ name, vendor, category, does }) => {
    const text = `${name} ${vendor} ${category} ${does}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** A name as it is compared: without case, signs, editions in brackets and words that many products carry. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(
      /\b(the|app|ai tool|tool|inc|gmbh|ltd|enterprise|business|team|teams plan|pro|plus|premium|free|license|licence)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The tool of the catalogue that a name means: the same name, with or without its vendor in front. Null when none or more than
 * one could be meant: a guess would prefill answers for the wrong tool.
 */
export function findTemplate(
  catalogue: SystemCatalogue,
  name: string,
  vendor: string | null = null,
): SystemTemplate | null {
  const asked = plainName(name);
  if (asked.length < 2) return null;
  const maker = plainName(vendor ?? "");
  const named = catalogue.systems.filter((one) => namesOf(one).has(asked));
  const made = named.filter((one) => maker !== "" && plainName(one.vendor) === maker);
  const [first, ...others] = made.length > 0 ? made : named;
  // Editions of one tool share its plain name: the first stands for them.
  const sameTool = others.every((one) => plainName(one.name) === plainName(first?.name ?? ""));
  return first !== undefined && sameTool ? first : null;
}

function namesOf({ name, vendor }: SystemTemplate): ReadonlySet<string> {
  const plain = plainName(name);
  const maker = plainName(vendor);
  const bare = plain.startsWith(`${maker} `) ? plain.slice(maker.length + 1) : plain;
  const names = [plain, `${maker} ${plain}`, ...(bare.includes(" ") ? [bare] : [])];
  return new Set(maker === "any" || maker === "own" ? [plain] : names);
}

/** What the kinds of data that somebody gives to a tool say of it. Later kinds add to earlier ones. */
export function factsOfData(kinds: readonly DataKind[], chosen: readonly string[]): FactValues {
  const facts: Record<string, FactValue | null> = {};
  for (const kind of kinds) if (chosen.includes(kind.id)) Object.assign(facts, kind.facts);
  return facts;
}
