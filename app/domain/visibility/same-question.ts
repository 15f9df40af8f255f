type Asked = { readonly text: string };

/**
 * What makes two prompts ask the same, whatever their kind: their words, however they are capitalised, spaced or composed, without
 * characters that are not seen and without the signs at the end. A text of signs alone is compared by its signs.
 */
export function questionKey(text: string): string {
  const words = text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
  const ended = words.replace(/[\p{Terminal_Punctuation}\s]+$/u, "");
  return ended === "" ? words : ended;
}

/** Each question once, in its first wording. */
export function eachOnce<Prompt extends Asked>(prompts: readonly Prompt[]): Prompt[] {
  const seen = new Set<string>();
  return prompts.filter(({ text }) => {
    const key = questionKey(text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Those that the others do not ask. */
export function notAskedIn<Prompt extends Asked>(prompts: readonly Prompt[], others: readonly Asked[]): Prompt[] {
  const asked = new Set(others.map(({ text }) => questionKey(text)));
  return prompts.filter(({ text }) => !asked.has(questionKey(text)));
}
