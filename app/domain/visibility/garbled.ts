/** What bytes that go on a letter in UTF-8 become in Latin-1 and in Windows-1252. */
const goesOn = "\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/**
 * `Ã¤`, `â€™`, `Å‚`: single letters of Latin alphabets and the marks around them. Letters of other scripts become two or three signs
 * each, of which two in a row have no other reading.
 */
const signsOf = new RegExp(
  [
    "\ufffd",
    "[ÃÂ][\\u0080-\\u00bf]",
    "Ã[ƒŸ„–œ¼¶]",
    "â€[™œ“”¦\\u009d\\u0098\\u0099]",
    "Å[‚›¼ºƒ„¡]",
    "Ä[™‡Ÿ±]",
    `(?:[\\u00c2-\\u00df][${goesOn}]){2,200}`,
    `(?:[\\u00e0-\\u00ef][${goesOn}]{2}){2,200}`,
  ].join("|"),
  "gu",
);

/** Signs of a text read in the wrong character set, per 1,000 characters: replacement characters, and what UTF-8 makes of letters when it is read as Latin-1. */
export function garbledShare(text: string): number {
  const sample = text.slice(0, 20_000);
  if (sample.length < 100 || !/[\u00c2-\u00ef\ufffd]/.test(sample)) return 0;
  const signs = sample.match(signsOf)?.length ?? 0;
  return Math.round((10_000 * signs) / sample.length) / 10;
}
