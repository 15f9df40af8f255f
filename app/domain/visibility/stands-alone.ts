/** A text and what is known of it, asked about each match. */
export type Surroundings = {
  readonly text: string;
  readonly endsOnWords: (from: number, to: number) => boolean;
};

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;
const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Katakana}ー]/u;
const hiragana = /\p{Script=Hiragana}/u;
const hangul = /\p{Script=Hangul}/u;
const thai = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const arabic = /\p{Script=Arabic}/u;
const hebrew = /\p{Script=Hebrew}/u;
const particles = particlesOf(
  "은|는|이|가|을|를|의|에|에서|에게|한테|께|와|과|도|로|으로|만|까지|부터|처럼|보다|라는|이라는|라고|이라고|다|이다|였다|이었다|입니다|이에요|예요|이며|이고|이자|라면|이라면|나|이나|든|이든|측|사|님|들|이랑|랑|하고|께서|란|이란|조차|마저|밖에|뿐|대로|마다|로서|으로서|로써|으로써|로부터|으로부터|에서부터|에게서",
  "는|은|도|의|만|가|를|나|요|이다|입니다|이며|이고",
);

/** Korean particles, of which two may follow each other. */
function particlesOf(first: string, second: string): RegExp {
  return new RegExp(`^(?:${first})(?:${second})?(?![\\p{Script=Hangul}])`, "u");
}

/** Words after which, in one run of Katakana, the name before is whole: group, Japan, store, brand, user, app … */
const afterName =
  /^(?:グループ|ジャパン|ストア|ショップ|ブランド|ユーザー|シリーズ|アプリ|サービス|ホールディングス|ファン|カード|ポイント|モバイル|スマホ|テレビ|カメラ|サイト)(?![ァ-ヶー])/u;

/** Han characters that make a place of the name before them: mountain, river, village, street, station, town. */
const places = /^[山川河湖溪沟溝岭嶺峰坡洞岛島湾灣港村屯镇鎮乡鄉县縣郡市町区區路街巷桥橋寺庙廟塔站駅堆坝壩]/u;

type Class = "none" | "letter" | "arabic" | "hebrew" | "han" | "kana" | "hiragana" | "hangul" | "thai";

/** Each character judged once: there are only so many, and a text repeats them. */
const classes = new Map<string, Class>();

function classOf(character: string): Class {
  let known = classes.get(character);
  if (known === undefined) {
    known = judgeClass(character);
    classes.set(character, known);
  }
  return known;
}

function judgeClass(character: string): Class {
  if (kana.test(character)) return "kana";
  if (han.test(character)) return "han";
  if (hiragana.test(character)) return "hiragana";
  if (hangul.test(character)) return "hangul";
  if (thai.test(character)) return "thai";
  if (!wordCharacter.test(character)) return "none";
  return arabic.test(character) ? "arabic" : hebrew.test(character) ? "hebrew" : "letter";
}

/** Numbers written as words: a name that begins with one is no name after another (百度 within 一百度). */
const hanNumeral = /[一二三四五六七八九十百千万亿億]/u;

/** An underscore that stands at the edge of a word is emphasis, not a letter. */
function isMarkup(text: string, at: number, step: 1 | -1): boolean {
  if (text[at] !== "_") return false;
  let next = at;
  while (text[next] === "_") next += step;
  return !/[\p{L}\p{N}]/u.test(text[next] ?? "");
}

/** Whether the match is a word of its own: in scripts with spaces by its neighbours, in others by script and word segmentation. */
export function standsAlone(surroundings: Surroundings, from: number, to: number): boolean {
  return standsFrom(surroundings, from, to, classBefore(surroundings.text, from));
}

/** The same for a match whose beginning was judged already. */
export function endsAlone(surroundings: Surroundings, from: number, to: number): boolean {
  return standsFrom(surroundings, from, to, "none");
}

/** Whether a word begins at a match. */
export function beginsAlone({ text }: Surroundings, from: number): boolean {
  return !joins(classBefore(text, from), classOf(characterAt(text, from)));
}

function classBefore(text: string, from: number): Class {
  return isMarkup(text, from - 1, -1) ? "none" : classOf(lastCharacter(text, from));
}

function standsFrom({ text, endsOnWords }: Surroundings, from: number, to: number, before: Class): boolean {
  const after = isMarkup(text, to, 1) ? "none" : classOf(characterAt(text, to));
  const first = classOf(characterAt(text, from));
  const last = classOf(lastCharacter(text, to));
  if (joins(before, first)) return false;
  if (
    hanNumeral.test(characterAt(text, from)) &&
    /[\p{N}一二三四五六七八九十百千万亿億]/u.test(lastCharacter(text, from))
  )
    return false;
  if (last === "hangul" && after === "hangul") return particles.test(text.slice(to, to + 8));
  if (last === "kana" && after === "kana") return afterName.test(text.slice(to, to + 12));
  if (joins(last, after)) return false;
  if (last === "han" && places.test(text.slice(to, to + 1)) && isPlace(text, to, endsOnWords)) return false;
  // C++ and C# are languages of their own.
  if (last === "letter" && to - from === 1 && /^(?:\+\+|#)/.test(text.slice(to, to + 2))) return false;
  if (/^[&+]\p{L}/u.test(text.slice(to, to + 2)) && last === "letter") return false;
  const segmented =
    (first === "han" && before === "han") || (last === "han" && after === "han") || last === "thai" || first === "thai";
  return !segmented || endsOnWords(from, to) || (before === "han" && afterSmallWord(text, from, to, endsOnWords));
}

/** Small Chinese words before a name, which the dictionary may join with its first character (在京 in 在京东). */
const smallWords = /^[在和与與用到从從对對把被让讓给給跟向由但而或也都就是买買选選]$/u;

/** Whether a name begins behind a small word, where the segmentation took both for one word and cut before them. */
function afterSmallWord(text: string, from: number, to: number, endsOnWords: (from: number, to: number) => boolean) {
  return smallWords.test(text.slice(from - 1, from)) && !endsOnWords(from, from) && endsOnWords(from - 1, to);
}

/**
 * Whether the character after a match makes a place of it (三星堆 is no 三星): it is a word of its own, and the next begins another
 * word. In 三星路由器 and 三星市占率 it belongs to what follows, of which the dictionary knows only single characters.
 */
function isPlace(text: string, at: number, endsOnWords: (from: number, to: number) => boolean): boolean {
  if (!endsOnWords(at, at + 1)) return false;
  return !han.test(text.slice(at + 1, at + 2)) || !endsOnWords(at + 1, at + 2);
}

function joins(left: Class, right: Class): boolean {
  if (left === "none" || right === "none") return false;
  return left === right && left !== "han" && left !== "hiragana" && left !== "thai";
}

/** Whether a word segmentation cuts at both ends of a match; the text is segmented once, when first asked. */
export function wordEnds(text: string): (from: number, to: number) => boolean {
  let cuts: Set<number> | null = null;
  return (from, to) => {
    if (cuts === null) {
      const language = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? "ja" : thai.test(text) ? "th" : "zh";
      const segmenter = new Intl.Segmenter(language, { granularity: "word" });
      cuts = new Set([text.length]);
      // In pieces, because the segmenter's time grows faster than its text.
      for (const piece of text.matchAll(/[^\n。！？，、]{1,400}|[\n。！？，、]+/gu)) {
        for (const { index } of segmenter.segment(piece[0])) cuts.add(piece.index + index);
      }
    }
    return cuts.has(from) && cuts.has(to);
  };
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function lastCharacter(text: string, before: number): string {
  const unit = text.charCodeAt(before - 1);
  return unit >= 0xdc00 && unit <= 0xdfff
    ? text.slice(before - 2, before)
    : text.slice(Math.max(0, before - 1), before);
}
