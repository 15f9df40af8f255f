import type { Phrases } from "./by-language.ts";

/** How a table heads the column, or begins the row, in which it says whom it recommends. */
export const verdictLabels: Phrases = {
  en: [
    "recommended",
    "recommendation",
    "recommend(?: it)?",
    "(?:our|top) (?:pick|choice)",
    "do we recommend it",
    "would we buy it",
  ],
  de: ["empfohlen", "empfehlung", "empfehlenswert", "unser tipp", "kaufempfehlung"],
  fr: ["recommandée?s?", "recommandation", "conseillée?s?", "notre choix", "coup de cœur"],
  es: ["recomendad[oa]s?", "recomendable", "recomendación", "nuestra elección", "lo recomendamos"],
  it: ["consigliat[oaie]", "raccomandat[oaie]", "consiglio", "la nostra scelta"],
  nl: ["aanbevolen", "aanrader", "aanbeveling", "onze keuze"],
  sv: ["rekommenderas", "rekommendera[dt]", "rekommendation", "vårt val"],
  pl: ["polecamy", "polecan[yae]", "rekomendowan[yae]", "rekomendacja", "nasz wybór"],
  pt: ["recomendad[oa]s?", "recomendável", "recomendação", "recomendamos", "a nossa escolha"],
  tr: ["önerilir", "önerilen", "öneri", "önerimiz", "tavsiye(?: edilir)?"],
  ru: ["рекомендуем", "рекомендуется", "рекомендация", "советуем", "наш выбор"],
  ja: ["[おオ](?:すすめ|勧め|ススメ)(?:度)?", "推奨"],
  zh: ["(?:是否)?推[荐薦](?:吗|嗎)?", "首选", "首選"],
  ko: ["추천(?: ?여부)?", "권장"],
  ar: ["ننصح بها?", "نوصي بها?", "موصى بها?", "توصيتنا", "التوصية"],
};

/** A cell that says yes, alone. */
export const affirmed =
  /^(?:yes|y|ja|oui|s[ií]|sim|tak|evet|да|はい|是|예|네|نعم|[\u2713\u2714\u2705\u2611\u25cb\u25ce\u3007\u25cf]|👍|★{4,5})(?:\ufe0f|[\p{P}\s].{0,80})?$/u;

/** Heads of a column in which a table holds against each name what speaks against it. */
export const drawbackLabels: Phrases = {
  en: ["cons", "drawbacks?", "weaknesses", "downsides?", "alternatives?", "not for", "avoid~"],
  de: ["nachteile?", "schwächen?", "contra", "alternativen?"],
  fr: ["inconvénients?", "faiblesses", "contre", "alternatives?"],
  es: ["contras", "desventajas?", "inconvenientes?", "alternativas?"],
  it: ["contro", "svantaggi", "difetti", "alternative"],
  nl: ["nadelen", "minpunten", "alternatieven"],
  sv: ["nackdelar", "svagheter", "alternativ"],
  pl: ["wady", "minusy", "alternatywy"],
  pt: ["contras", "desvantagens", "alternativas"],
  tr: ["eksileri", "dezavantajlar~", "alternatif~"],
  ru: ["минусы", "недостатки", "альтернативы"],
  ja: ["短所", "デメリット", "弱点", "代替"],
  zh: ["缺[点點]", "不足", "替代"],
  ko: ["단점", "대안"],
  ar: ["العيوب", "السلبيات", "البدائل"],
};

/** Heads of a column that holds what others say. */
export const hearsayLabels: Phrases = {
  en: [
    "(?:users?|customers?|reviewers?|critics|press) (?:say|rating|reviews?|opinions?|verdict)",
    "reviews",
    "claims?",
    "what they say",
  ],
  de: ["kundenmeinung~", "nutzerbewertung~", "kundenbewertung~", "eigenangabe~"],
  fr: ["avis (?:des )?(?:clients?|utilisateurs?)"],
  es: ["opiniones", "(?:opinión|valoración) de (?:los )?(?:clientes|usuarios)"],
  it: ["(?:opinioni|recensioni)(?: dei clienti)?"],
  nl: ["klantbeoordeling~", "klanten zeggen"],
  sv: ["kundomdöme~", "kunderna säger"],
  pl: ["opinie(?: klientów)?"],
  pt: ["opiniões", "opinião dos clientes", "avaliações"],
  tr: ["müşteri yorumları", "kullanıcı yorumları"],
  ru: ["отзывы(?: клиентов)?"],
  ja: ["口コミ", "利用者の声"],
  zh: ["用[户戶](?:评价|評價)", "口碑"],
  ko: ["고객 ?(?:평가|후기)", "후기"],
  ar: ["آراء العملاء", "تقييم العملاء"],
};
