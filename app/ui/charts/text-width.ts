const narrow = new Set([..."iljtfrI.,:;'!|()[] -"]);
const broad = new Set([..."mwMWQOGD@%&"]);

/** About how wide a text is in the system font, a little on the safe side: charts are laid out where nothing can be measured. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) {
    em += narrow.has(letter)
      ? 0.39
      : broad.has(letter)
        ? 0.98
        : /[A-Z0-9]/.test(letter)
          ? 0.72
          : letter > "\u2e80"
            ? 1
            : 0.62;
  }
  return em * size;
}

/** The text cut to a width, with an ellipsis when something is missing. */
export function cutText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
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
