import { type Phrases, patternsOf } from "./by-language.ts";

/** Verbs and endings by which a sentence says what its subject is, costs or takes: the form of an answer. */
const states: Phrases = {
  en: ["is|are|means?|costs?|takes?|lasts?|needs?|pays?|refers? to|consists? of|that is|i\\.e\\."],
  de: [
    "ist|sind|bedeutet|heißt|kostet|kosten|dauert|dauern|beträgt|besteht|bezeichnet|zahlt|braucht|liegt bei|das heißt|nämlich",
  ],
  fr: ["est|sont|signifie|désigne|coûte|coûtent|dure|durent|consiste|s'élève à|paie|faut|c'est-à-dire|c'est"],
  es: ["es|son|significa|designa|cuesta|cuestan|dura|duran|consiste|paga|tarda|es decir|o sea"],
  it: ["è|sono|significa|indica|costa|costano|dura|durano|consiste|paga|serve|cioè|ossia"],
  nl: ["is|zijn|betekent|kost|kosten|duurt|duren|bestaat uit|betaalt|dat wil zeggen|oftewel"],
  sv: ["är|betyder|innebär|kostar|tar|varar|består av|betalar|det vill säga|alltså"],
  pl: ["jest|są|oznacza|to|kosztuje|kosztują|trwa|trwają|polega na|wynosi|płaci|czyli|to znaczy"],
  pt: ["é|são|significa|designa|custa|custam|dura|duram|demora|consiste|paga|ou seja|isto é"],
  tr: [
    "yani|demektir|anlamına|denir|sürer|tutar",
    "[\\p{L}]{2,30}(?:dir|dır|dur|dür|tir|tır|tur|tür)(?=[.!\\s])",
    "[\\p{L}]{1,30}(?:lidir|lıdır|ludur|lüdür)",
  ],
  ru: ["это|означает|является|стоит|длится|составляет|называется|то есть"],
  ja: ["とは|です|である|でした|を指す|を指します|を意味|といいます|かかります|かかる|つまり"],
  zh: ["是|指的?是|即为|即為|意味|称为|稱為|需要|收费|收費|等于|等於|也就是"],
  ko: ["(?:이란|란|입니다|이다|한다|합니다|된다|됩니다|뜻|의미|든다|듭니다|걸린다|걸립니다)"],
  ar: ["هو|هي|هم|يعني|تعني|يقصد|يبلغ|تبلغ|يكلف|تكلف|يستغرق|تستغرق|عبارة عن|أي"],
};

const statePattern = patternsOf(states);

/** Whether a sentence states something of its subject. `plain` is its `plainText`. */
export function statesSomething(plain: string, language: string | null): boolean {
  return statePattern(language).test(plain);
}
