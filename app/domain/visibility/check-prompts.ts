import { findMentions, type Named } from "./find-mentions.ts";
import type { PromptKind } from "./share-of-answers.ts";

/** The kinds of prompts in the order in which they are shown and frozen. */
export const promptKinds = ["branded", "category", "comparison", "problem"] as const satisfies readonly PromptKind[];

export type WantedPrompt = { readonly kind: PromptKind; readonly text: string };

export const mostPrompts = 100;
/** Characters of one prompt: more than anybody types into an engine, and it stays readable in a table. */
export const longestPrompt = 300;
export const mostNames = 20;
/** Characters of a name, of another name of it, and of a domain. */
export const longestName = 120;

/** What keeps a set from being frozen; prompts are named where some of them do. */
export type PromptObjection =
  | { readonly kind: "no-prompts" | "too-many-prompts" | "too-many-names" | "long-name" }
  | { readonly kind: "names-brand" | "long-prompts"; readonly prompts: readonly WantedPrompt[] };

/** Whether engines can be asked these prompts and their answers be counted; null where they can. */
export function objectionToPrompts(
  prompts: readonly WantedPrompt[],
  { brand, others }: { readonly brand: Named; readonly others: readonly Named[] },
): PromptObjection | null {
  if (prompts.length === 0) return { kind: "no-prompts" };
  if (prompts.length > mostPrompts) return { kind: "too-many-prompts" };
  if (others.length > mostNames) return { kind: "too-many-names" };
  const names = [brand, ...others].flatMap(({ name, aliases = [], domains = [] }) => [name, ...aliases, ...domains]);
  if (names.some((name) => name.length > longestName)) return { kind: "long-name" };
  const long = prompts.filter(({ text }) => text.length > longestPrompt);
  if (long.length > 0) return { kind: "long-prompts", prompts: long };
  const naming = prompts.filter(({ kind, text }) => kind !== "branded" && findMentions(text, brand, []).mentioned);
  return naming.length > 0 ? { kind: "names-brand", prompts: naming } : null;
}
