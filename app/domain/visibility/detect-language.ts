import { franc } from "franc-min";

/** ISO 639-3, as the trigram model answers, to ISO 639-1, as pages declare. */
const short: Readonly<Record<string, string>> = {
  eng: "en",
  deu: "de",
  fra: "fr",
  spa: "es",
  ita: "it",
  por: "pt",
  nld: "nl",
  pol: "pl",
  ces: "cs",
  swe: "sv",
  ron: "ro",
  hun: "hu",
  tur: "tr",
  rus: "ru",
  ukr: "uk",
  bul: "bg",
  ell: "el",
  vie: "vi",
  ind: "id",
  arb: "ar",
  pes: "fa",
  heb: "he",
  hin: "hi",
  ben: "bn",
  tam: "ta",
  kor: "ko",
  jpn: "ja",
  cmn: "zh",
  tha: "th",
};
const enough = 160;
/** More than this makes the answer no surer and takes longer. */
const enoughToTell = 1_500;

/** The language of a text where it is long enough to tell, else the one declared (its primary subtag), else null. */
export function detectLanguage(text: string, declared: string | null): string | null {
  const stated = declared?.trim().toLowerCase().split(/[-_]/)[0] || null;
  const sample = text.slice(0, enoughToTell);
  const byScript = languageByScript(sample);
  if (byScript !== null) return byScript;
  if (sample.length < enough) return stated;
  const found = short[franc(sample, { only: Object.keys(short), minLength: enough })];
  if (found === undefined) return stated;
  // Languages outside the model's list are taken at their word.
  return stated !== null && !Object.values(short).includes(stated) ? stated : found;
}

/** Scripts that settle the language by themselves. */
function languageByScript(sample: string): string | null {
  if (sample.length < 20) return null;
  const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / sample.length;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.08) return "ja";
  if (share(/\p{Script=Hangul}/gu) > 0.2) return "ko";
  if (share(/\p{Script=Han}/gu) > 0.2) return "zh";
  if (share(/\p{Script=Cyrillic}/gu) > 0.3) return cyrillicLanguage(sample);
  if (share(/\p{Script=Thai}/gu) > 0.2) return "th";
  if (share(/\p{Script=Greek}/gu) > 0.3) return "el";
  if (share(/\p{Script=Hebrew}/gu) > 0.3) return "he";
  return null;
}

/** Letters that one language of the script has and its neighbours have not; null where there are none. The trigram model mistakes Russian for Bulgarian. */
function cyrillicLanguage(sample: string): string | null {
  if (/[әғқңөүұһҳҷӣӯ]/iu.test(sample)) return null;
  if (/[ўђћљњџјѓќѕ]/iu.test(sample)) return null;
  if (/[іїєґ]/iu.test(sample)) return "uk";
  if (/[ыэё]/iu.test(sample)) return "ru";
  return /ъ[бвгджзклмнпрстфхцчшщ]/iu.test(sample) ? "bg" : null;
}
