const wordForm = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const cjkRun =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー々]+/gu;

/** Words in reading order, in lower case. Scripts without spaces are cut into pairs of characters, about a word each. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(wordForm)) {
    const word = match[0];
    if (!cjk.test(word)) {
      words.push(word.toLowerCase());
      continue;
    }
    let at = 0;
    for (const run of word.matchAll(cjkRun)) {
      const before = word.slice(at, run.index);
      if (before !== "") words.push(before.toLowerCase());
      const characters = [...run[0]];
      for (let pair = 0; pair < characters.length; pair += 2) words.push(characters.slice(pair, pair + 2).join(""));
      at = run.index + run[0].length;
    }
    if (at < word.length) words.push(word.slice(at).toLowerCase());
  }
  return words;
}

export function countWords(text: string): number {
  return cjk.test(text) ? wordsOf(text).length : (text.match(wordForm)?.length ?? 0);
}

/** Sentences, cut after full stops of any script; abbreviations cost a sentence now and then. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|(?<=[。！？])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

export function isCjk(text: string): boolean {
  let found = 0;
  let letters = 0;
  for (const character of text.slice(0, 2_000)) {
    if (!/\p{L}/u.test(character)) continue;
    letters += 1;
    if (cjk.test(character)) found += 1;
  }
  return letters > 0 && found / letters > 0.3;
}
