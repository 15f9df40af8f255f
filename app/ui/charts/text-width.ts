const narrow = new Set([..."iljtfrI.,:;'!|()[] -"]);
const broad = new Set([..."mwMWQOGD@%&"]);

function emOf(letter: string): number {
  if (narrow.has(letter)) return 0.39;
  if (broad.has(letter)) return 0.98;
  if (/[A-Z0-9]/.test(letter)) return 0.72;
  return letter > "\u2e80" ? 1 : 0.62;
}

/** Widths of the first letters by their codes: a page measures thousands. */
const latin = Array.from({ length: 256 }, (_, code) => emOf(String.fromCharCode(code)));

function letterWidth(letter: string): number {
  return latin[letter.charCodeAt(0)] ?? emOf(letter);
}

/** About how wide a text is in the system font, a little on the safe side: charts are laid out where nothing can be measured. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) em += letterWidth(letter);
  return em * size;
}

/** The text cut to a width, with an ellipsis when something is missing. */
export function cutText(text: string, width: number, size: number): string {
  const room = width / size - letterWidth("…");
  let em = 0;
  let kept = 0;
  for (const letter of text) {
    em += letterWidth(letter);
    if (em <= room || kept === 0) kept += letter.length;
  }
  return em * size <= width ? text : `${text.slice(0, kept).trimEnd()}…`;
}

/** The text in at most `lines` lines that fit a width; the last is cut. */
export function wrapText(text: string, width: number, size: number, lines: number): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const out: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size) <= width) line = longer;
    else {
      out.push(line);
      line = word;
    }
  }
  if (line !== "") out.push(line);
  if (out.length <= lines) return out.map((each) => cutText(each, width, size));
  return [...out.slice(0, lines - 1), out.slice(lines - 1).join(" ")].map((each) => cutText(each, width, size));
}
