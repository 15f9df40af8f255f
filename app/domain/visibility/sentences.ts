const longest = 600;

/** The sentences of an answer without list marks, headings' signs and the addresses of links, in their order. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“*[(])|(?<=[。！？])|\n+/u)
    .map(plainSentence)
    .filter((sentence) => sentence.length > 2);
}

/** A sentence as a person would quote it. */
export function plainSentence(sentence: string): string {
  return sentence
    .replace(/^\s*(?:\d{1,2}[.)]|[-*•#>]+)\s+/, "")
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, "$1")
    .replace(/\*\*|__/g, "")
    .replace(/\s*\(\s*\)/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}

/** What makes two quotes the same: their words. */
export function quoteKey(quote: string): string {
  return plainSentence(quote).normalize("NFKC").toLowerCase();
}
