const longest = 600;

/** The sentences of an answer without list marks, headings' signs and the addresses of links, in their order. */
export function quotableSentences(text: string): string[] {
  return text
    .split(
      /(?<=[.!?؟۔।](?:["”»’)\]]|\*\*)?)(?<!(?:^|[\s(])(?:\p{L}|Dr|Mr|Mrs|Ms|Prof|St|Nr|No|Sr|Sra|Inc|Ltd|Co|vs|ca|bzw|approx)\.)\s+(?=[\p{Lu}\p{Lo}\p{N}"“„«‘¿¡*[(])|(?<=[。！？](?:[」』”）])?)(?![」』”）])|\n+/u,
    )
    .map(plainSentence)
    .filter((sentence) => sentence.length > 2);
}

/** A sentence as a person would quote it. */
export function plainSentence(sentence: string): string {
  return sentence
    .replace(
      /^\s*(?:#{1,6}\s+)?(?:(?:\*\*)?\p{Nd}{1,2}(?:[.)](?:\*\*)?\s+|[．、）]\s*)|[①-⑳]\s*|[-*•·●▪◦–・#>]+\s+)/u,
      "",
    )
    .replace(/!?\[([^\]]{0,300})\]\([^)\s]{0,2000}\)/g, "$1")
    .replace(/\*\*|__/g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?\( ?\)/g, "")
    .trim()
    .slice(0, longest);
}

/** What makes two quotes the same: their words. */
export function quoteKey(quote: string): string {
  return plainSentence(quote).normalize("NFKC").toLowerCase();
}

/**
 * What an answer says, without its citation markers: a link to a page is a citation, not a mention. A label of words stays, a label
 * that is only a host or a number goes with its address.
 */
export function proseOf(text: string): string {
  return text
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\s]{0,2000}\)/g, (_, label: string) =>
      /^\s*(?:\d+|[\w-]+(?:\.[\w-]+)+)?\s*$/.test(label) ? "" : label,
    )
    .replace(/【[^】\n]{0,300}】/g, "")
    .replace(/https?:\/\/[^\s<>"'()[\]{}]{1,2000}/g, "")
    .replace(/(?<![ \t])[ \t]*[([]\s{0,20}[,;]?\s{0,20}[)\]]/g, "");
}
