import type { Phrases } from "./by-language.ts";

/** Words that say what a date is the date of. They may stand close to the date, so they are not bounded at their end. */
export const publishedWords: Phrases = {
  en: ["first published|published|posted"],
  de: ["veröffentlicht|erschienen"],
  fr: ["publiée?"],
  es: ["publicad[oa]"],
  it: ["pubblicat[oa]"],
  nl: ["gepubliceerd|geplaatst"],
  sv: ["publicera(?:d|t|s)"],
  pl: ["opublikowan[oay]|data publikacji"],
  pt: ["publicad[oa]"],
  tr: ["yayınlanma(?: tarihi)?|yayın tarihi|yayımlanma(?: tarihi)?"],
  ru: ["опубликован[оа]?|дата публикации"],
  ja: ["公開日?|投稿日?|掲載日?|発行日"],
  zh: ["发布(?:日期|时间|于)?|發[布佈](?:日期|時間|於)?|刊登日期"],
  ko: ["게시일?|발행일?|등록일|작성일|입력"],
  ar: ["نشرت?(?: بتاريخ)?|تاريخ النشر"],
};

export const modifiedWords: Phrases = {
  en: ["last (?:updated|modified|reviewed|changed)|updated|reviewed"],
  de: ["zuletzt (?:aktualisiert|geändert|geprüft)|aktualisiert|stand"],
  fr: ["mise? à jour|dernière mise à jour"],
  es: ["última actualización|actualizad[oa]"],
  it: ["ultimo aggiornamento|aggiornat[oa]"],
  nl: ["laatst bijgewerkt|bijgewerkt"],
  sv: ["senast uppdatera[dt]|uppdatera[dts]"],
  pl: ["ostatnia aktualizacja|zaktualizowan[oay]|aktualizacja"],
  pt: ["última atualização|atualizad[oa]"],
  tr: ["son güncelleme(?: tarihi)?|güncelleme(?: tarihi)?|güncellendi"],
  ru: ["последнее обновление|обновлен[оа]?"],
  ja: ["最終更新日?|更新日?|改訂日"],
  zh: ["最后更新|最後更新|更新(?:日期|时间|時間|于|於)"],
  ko: ["최종 ?(?:수정|업데이트)일?|수정일?|업데이트|갱신일"],
  ar: ["آخر تحديث|تم التحديث|حدثت?(?: بتاريخ)?"],
};

/** Between such a word and its date. */
export const betweenWords =
  "on|am|vom|le|du|el|del|il|op|den|dnia|w dniu|z dnia|em|a|de|в|от|في|بتاريخ|tarihinde|tarihi";

/** How the months begin, in all languages; longer beginnings where two months or languages share three letters. */
export const months: readonly string[] = [
  "jan|ene|gen|oca|sty|янв|يناير|كانون الثاني",
  "feb|fév|fev|şub|sub|lut|фев|فبراير|شباط",
  "mar|mär|maa|mrz|мар|مارس|آذار",
  "apr|avr|abr|nis|kwi|апр|أبريل|ابريل|إبريل|نيسان",
  "may|mai|mag|mei|maj|май|мая|مايو|أيار",
  "jun|juin|giu|haz|cze|июн|يونيو|حزيران",
  "jul|juil|lug|tem|lip|июл|يوليو|تموز",
  "aug|aoû|aou|ago|ağu|agu|sie|авг|أغسطس|اغسطس|آب",
  "sep|set|eyl|wrz|сен|سبتمبر|أيلول",
  "oct|okt|ott|out|eki|paź|paz|окт|أكتوبر|اكتوبر|تشرين الأول",
  "nov|kas|lis|ноя|نوفمبر|تشرين الثاني",
  "dec|dez|déc|dic|dis|ara|gru|дек|ديسمبر|كانون الأول",
];
