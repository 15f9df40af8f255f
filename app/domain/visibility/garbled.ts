/**
 * Signs of a text read in the wrong character set, per 1,000 characters: replacement characters, and the pairs that UTF-8 makes
 * of accented letters when it is read as Latin-1 (`Ã¤`, `â€™`).
 */
export function garbledShare(text: string): number {
  const sample = text.slice(0, 20_000);
  if (sample.length < 100) return 0;
  const signs = sample.match(/\ufffd|[ÃÂ][\u0080-\u00bf]|Ã[ƒŸ„–œ¼¶]|â€[™œ“”¦\u009d\u0098\u0099]/gu)?.length ?? 0;
  return Math.round((10_000 * signs) / sample.length) / 10;
}
