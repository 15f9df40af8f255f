import type { ProbePrompt } from "./share-of-answers.ts";

type Named = { readonly name: string };
type PromptSet = {
  readonly prompts: readonly ProbePrompt[];
  readonly brand: { readonly brand: Named; readonly others: readonly Named[] };
};
type Wanted = Pick<ProbePrompt, "kind" | "text">;

export type PromptSetChange = {
  readonly added: readonly ProbePrompt[];
  readonly gone: readonly ProbePrompt[];
  /** Names compared with that came or went; the brand's own name where it changed. */
  readonly namesAdded: readonly string[];
  readonly namesGone: readonly string[];
};

/** A prompt by its kind and what is asked, however it is spaced or capitalised. */
function wordsOf({ kind, text }: Wanted): string {
  return `${kind} ${text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim()}`;
}

/** What a version asks that the one before did not, and the other way round. */
export function comparePromptSets(before: PromptSet, after: PromptSet): PromptSetChange {
  const namesBefore = [before.brand.brand, ...before.brand.others].map(({ name }) => name);
  const namesAfter = [after.brand.brand, ...after.brand.others].map(({ name }) => name);
  return {
    added: without(after.prompts, before.prompts),
    gone: without(before.prompts, after.prompts),
    namesAdded: namesAfter.filter((name) => !namesBefore.includes(name)),
    namesGone: namesBefore.filter((name) => !namesAfter.includes(name)),
  };
}

/** Those prompts that do not stand among the others. */
function without<Prompt extends Wanted>(prompts: readonly Prompt[], others: readonly Wanted[]): Prompt[] {
  const there = new Set(others.map(wordsOf));
  return prompts.filter((prompt) => !there.has(wordsOf(prompt)));
}

/** Each prompt once, the first of those that ask the same. */
export function eachOnce<Prompt extends Wanted>(prompts: readonly Prompt[]): Prompt[] {
  const seen = new Set<string>();
  return prompts.filter((prompt) => {
    const words = wordsOf(prompt);
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}
