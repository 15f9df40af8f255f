import { type Phrases, patternsOf } from "./by-language.ts";

/** Verbs and endings by which a sentence says what its subject is, costs or takes: the form of an answer. */
const states: Phrases = {
  en: ["is|are|means?|costs?|takes?|lasts?|needs?|pays?|refers? to|consists? of"],
  de: ["ist|sind|bedeutet|heißt|kostet|kosten|dauert|dauern|beträgt|besteht|bezeichnet|zahlt|braucht|liegt bei"],
  fr: ["est|sont|signifie|désigne|coûte|coûtent|dure|durent|consiste|s'élève à|paie|faut"],
  es: ["es|son|significa|designa|cuesta|cuestan|dura|duran|consiste|paga|tarda"],
  it: ["è|sono|significa|indica|costa|costano|dura|durano|consiste|paga|serve"],
  nl: ["is|zijn|betekent|kost|kosten|duurt|duren|bestaat uit|betaalt"],
  sv: ["är|betyder|innebär|kostar|tar|varar|består av|betalar"],
  pl: ["jest|są|oznacza|to|kosztuje|kosztują|trwa|trwają|polega na|wynosi|płaci"],
  pt: ["é|são|significa|designa|custa|custam|dura|duram|demora|consiste|paga"],
  tr: [
    "demektir|anlamına|denir|sürer|tutar",
    "[\\p{L}]{2,30}(?:dir|dır|dur|dür|tir|tır|tur|tür)(?=[.!\\s])",
    "[\\p{L}]{1,30}(?:lidir|lıdır|ludur|lüdür)",
  ],
  ru: ["это|означает|является|стоит|длится|составляет|называется"],
  ja: ["とは|です|である|でした|を指す|を指します|を意味|といいます|かかります|かかる"],
  zh: ["是|指的?是|即为|即為|意味|称为|稱為|需要|收费|收費|等于|等於"],
  ko: ["(?:이란|란|입니다|이다|한다|합니다|된다|됩니다|뜻|의미|든다|듭니다|걸린다|걸립니다)"],
  ar: ["هو|هي|هم|يعني|تعني|يقصد|يبلغ|تبلغ|يكلف|تكلف|يستغرق|تستغرق|عبارة عن"],
};

const statePattern = patternsOf(states);

/** Whether a sentence states something of its subject. `plain` is its `plainText`. */
export function statesSomething(plain: string, language: string | null): boolean {
  return statePattern(language).test(plain);
}
