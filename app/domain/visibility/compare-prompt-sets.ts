import type { Named } from "./find-mentions.ts";
import { notAskedIn, questionKey } from "./same-question.ts";
import type { ProbePrompt } from "./share-of-answers.ts";

type PromptSet = {
  readonly prompts: readonly ProbePrompt[];
  readonly brand: { readonly brand: Named; readonly others: readonly Named[] };
};

export type PromptSetChange = {
  readonly added: readonly ProbePrompt[];
  readonly gone: readonly ProbePrompt[];
  /** Prompts that ask the same as before in other words or under another kind. */
  readonly changed: readonly { readonly before: ProbePrompt; readonly after: ProbePrompt }[];
  /** Names compared with that came or went; the brand's own name where it changed. */
  readonly namesAdded: readonly string[];
  readonly namesGone: readonly string[];
  /** Names whose other names or domains changed. */
  readonly namesChanged: readonly string[];
};

/** What a version asks that the one before did not, and the other way round. */
export function comparePromptSets(before: PromptSet, after: PromptSet): PromptSetChange {
  const namesBefore = [before.brand.brand, ...before.brand.others];
  const namesAfter = [after.brand.brand, ...after.brand.others];
  const there = new Map(before.prompts.map((prompt) => [questionKey(prompt.text), prompt]));
  return {
    added: notAskedIn(after.prompts, before.prompts),
    gone: notAskedIn(before.prompts, after.prompts),
    changed: after.prompts.flatMap((prompt) => {
      const old = there.get(questionKey(prompt.text));
      return old === undefined || (old.kind === prompt.kind && old.text === prompt.text)
        ? []
        : [{ before: old, after: prompt }];
    }),
    namesAdded: without(namesAfter, namesBefore),
    namesGone: without(namesBefore, namesAfter),
    namesChanged: namesAfter.flatMap((named) => {
      const old = namesBefore.find(({ name }) => name === named.name);
      return old === undefined || waysOf(old) === waysOf(named) ? [] : [named.name];
    }),
  };
}

/** Whether a version would differ from the one before in nothing, not even in the order of its prompts. */
export function isSameSet(before: Wanted, after: Wanted): boolean {
  return said(before) === said(after);
}

type Wanted = {
  readonly prompts: readonly Pick<ProbePrompt, "kind" | "text">[];
  readonly brand: PromptSet["brand"];
};

function said({ prompts, brand }: Wanted): string {
  const names = [brand.brand, ...brand.others].map((named) => [named.name, waysOf(named)]);
  return JSON.stringify([prompts.map(({ kind, text }) => [kind, text]), names]);
}

/** The other ways in which somebody is found, as one text. */
function waysOf({ aliases = [], domains = [] }: Named): string {
  return JSON.stringify([aliases, domains]);
}

function without(names: readonly Named[], others: readonly Named[]): string[] {
  return names.filter(({ name }) => !others.some((other) => other.name === name)).map(({ name }) => name);
}
