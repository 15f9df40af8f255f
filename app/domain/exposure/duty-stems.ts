/** English words that say nothing about the work; those of the other languages are in the table of their words. */
const fillers = new Set(
  (
    "the of and or for a an to in at with by on as from that is are be such other using into their your our my its it if not any all each this these those which " +
    "including include about may required needed when than through between during under over appropriate etc i you we they he she his her who what where will can do does " +
    "responsible responsibility duty able also well there have has make sure various own up out so both per via e g"
  ).split(" "),
);

/** Lower-case words without accents, as a text has them. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/ß/g, "ss")
      .toLowerCase()
      .match(/[\p{L}]+/gu) ?? []
  );
}

/** What a text is about, as stems of its English words, each once: `Preparing invoices` and `prepare an invoice` are the same. */
export function stemsOf(text: string): readonly string[] {
  return [...new Set(plainWords(text).filter(saysSomething).map(stem))];
}

export function saysSomething(word: string): boolean {
  return !fillers.has(word);
}

/** A word without its English ending, cautiously: equal for the forms of one verb and for one and many. */
export function stem(word: string): string {
  let cut = word;
  if (cut.length > 3) {
    if (cut.endsWith("ies")) cut = `${cut.slice(0, -3)}y`;
    else if (cut.endsWith("lves")) cut = `${cut.slice(0, -3)}f`;
    else if (cut.endsWith("s") && !/(?:ss|us|is)$/.test(cut)) cut = cut.slice(0, -1);
  }
  if (cut.length > 5) {
    cut = cut.replace(/(?:ing|ed|ion)$/, "");
    if (cut.length > 3 && /([^lsz])\1$/.test(cut)) cut = cut.slice(0, -1);
  }
  if (cut.length > 7) cut = cut.replace(/ment$/, "");
  if (cut.length > 4 && cut.endsWith("e")) cut = cut.slice(0, -1);
  if (cut.length > 7) cut = cut.replace(/at$/, "");
  return cut.length > 3 && cut.endsWith("y") ? `${cut.slice(0, -1)}i` : cut;
}
