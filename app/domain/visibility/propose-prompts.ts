import type { Prompt } from "../kernel/prompt.ts";
import type { PromptSubject } from "./draft-prompts.ts";
import { findMentions, type Named } from "./find-mentions.ts";
import { eachOnce, notAskedIn } from "./same-question.ts";
import type { ProbePrompt, PromptKind } from "./share-of-answers.ts";

/** What a model answers when it is asked for prompts: proposals that a person takes or drops. */
export type PromptProposals = { readonly prompts: readonly { readonly kind: PromptKind; readonly text: string }[] };

export type ProbePrompts = { readonly probePrompts: Prompt<PromptProposals> };

const mostProposals = 30;
const longestPrompt = 200;

/** The input of the request: what is known, and what is asked already. */
export function proposalQuestion(subject: PromptSubject, asked: readonly ProbePrompt[]) {
  return { ...subject, asked: asked.map(({ text }) => text) };
}

/** Proposals fit to be shown: new, short, one line, and without the brand's name. A branded prompt is a person's to write. */
export function fitProposals(
  { prompts }: PromptProposals,
  brand: Named,
  asked: readonly ProbePrompt[],
): PromptProposals["prompts"] {
  const spaced = prompts.map(({ kind, text }) => ({ kind, text: text.replace(/\s+/g, " ").trim() }));
  return eachOnce(notAskedIn(spaced, asked))
    .filter(({ kind, text }) => {
      const fits = text.length >= 8 && text.length <= longestPrompt && !/https?:/i.test(text);
      return fits && kind !== "branded" && !findMentions(text, brand, []).mentioned;
    })
    .slice(0, mostProposals);
}
