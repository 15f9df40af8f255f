import type { Phrases } from "./by-language.ts";

/**
 * What stands for a name just said. In each phrase the part in the group `it` is the pronoun or noun; it is read as the name. Where a
 * language leaves its subject out, the group is empty and stands before the verb.
 */
export const standIns: Phrases = {
  en: [
    "(?<it>it|they|that|this|this one)(?='s| is| are|'re| remains?| would be| was| were| stays?| makes?)",
    "(?:recommend|suggest|choose|pick|go with|advise) (?<it>it|them|this one)",
    "(?<it>(?:the|this) (?:company|firm|carrier|provider|brand|service|product|tool|app|shop|store|agency|platform|hotel|bank|vendor|supplier))",
  ],
  de: [
    "(?<it>es|sie|er|das|dies)(?= (?:ist|sind|bleibt|bleiben|war|wäre|gehört))",
    "(?:ist|sind|bleibt|bleiben|wäre) (?<it>es|sie|er|das|dies)",
    "(?:empfehlen?|empfehle ich|empfehlen wir) (?<it>es|sie|ihn)",
    "(?<it>(?:die|das|der|den|diese[nrs]?) (?:firma|unternehmen|anbieter|spedition|marke|dienst|produkt|werkzeug|laden|plattform|hersteller|bank|hotel))",
  ],
  fr: [
    "(?<it>c')(?=est|était)",
    "(?<it>il|elle|ils|elles|ce)(?= (?:est|sont|reste|restent|serait|seraient))",
    "(?:je|nous) (?:vous )?(?<it>le |la |les |l')(?=recommand|conseill)",
    "(?<it>(?:la|cette|le|ce|l') ?(?:société|entreprise|marque|transporteur|fournisseur|service|produit|outil|boutique|plateforme|banque|hôtel))",
  ],
  es: [
    "(?<=^\\s?(?:[^,]{1,50}, ?)?)(?<it>)(?=(?:es|son|sigue siendo|resulta|sería) )",
    "(?<=^\\s?(?:[^,]{1,50}, ?)?)(?<it>l[oa]s? |te l[oa]s? |se l[oa]s? )(?=recom|sug)",
    "(?<it>ell[ao]s?|él)(?= (?:es|son) )",
    "(?<it>(?:la|el|esta|este) (?:empresa|compañía|marca|proveedor|transportista|servicio|producto|herramienta|tienda|plataforma|banco|hotel))",
  ],
  it: [
    "(?<=^\\s?(?:[^,]{1,50}, ?)?)(?<it>)(?=(?:è|sono|resta|rimane|sarebbe) )",
    "(?<it>l[oaie] )(?=consigl|raccomand)",
    "(?<it>(?:l'|la |il |quest[ao] )(?:azienda|società|marchio|corriere|fornitore|servizio|prodotto|strumento|negozio|piattaforma|banca|hotel))",
  ],
  nl: [
    "(?<it>het|dit|dat|zij|ze|hij)(?= (?:is|zijn|blijft|blijven|was) )",
    "(?:is|zijn|blijft) (?<it>het|dit|dat|zij|ze|hij)(?= )",
    "(?:raad|raden) (?:ik|we|wij) (?<it>het|ze|hen|hem)",
    "(?<it>(?:het|de|dit|deze) (?:bedrijf|firma|vervoerder|aanbieder|merk|dienst|product|winkel|platform|bank|hotel))",
  ],
  sv: [
    "(?<it>det|den|de)(?= (?:är|förblir|vore|var) )",
    "(?:är|förblir) (?<it>det|den|de)(?= )",
    "rekommenderar (?:vi |jag )?(?<it>den|det|dem)",
    "(?<it>företaget|firman|åkeriet|leverantören|märket|tjänsten|produkten|verktyget|butiken|banken|hotellet)",
  ],
  pl: [
    "(?<it>to|on|ona|oni|one)(?= (?:jest |są )?(?:najlepsz|dobr|świetn|pierwsz|godn))",
    "jest (?<it>to|on|ona)",
    "(?:polecam|polecamy|rekomenduję|rekomendujemy) (?<it>ją|go|je|ich)",
    "(?<it>(?:ta |tę |tą )?(?:firm[aęą]|mark[aęą]))",
  ],
  pt: [
    "(?<=^\\s?(?:[^,]{1,50}, ?)?)(?<it>)(?=(?:é|são|continua a ser|continua sendo|seria) )",
    "(?:recomendamos?|recomendo)(?<it>-[oa]s?| ela| ele)",
    "(?<it>el[ae]s?)(?= (?:é|são) )",
    "(?<it>(?:a|o|esta|este|essa|esse) (?:empresa|companhia|marca|transportadora|fornecedor|serviço|produto|ferramenta|loja|plataforma|banco|hotel))",
  ],
  tr: [
    "(?<=^\\s?(?:[^,]{1,40} (?:için|arasında|göre|bakımından),? ?)?(?:bence |bizce |kesinlikle )?)(?<it>)(?=en iyi |iyi bir |doğru |ilk )",
    "(?<it>onu|onları|bu (?:firma|şirket|marka|hizmet|ürün)[\\p{L}]{0,4})",
  ],
  ru: [
    "(?<it>это|он|она|они)(?= (?:—|-|–)? ?(?:\\p{L}{2,14} )?(?:лучш|хорош|отличн|оптимальн))",
    "(?:рекомендуем|рекомендую|советуем|советую) (?<it>е[её]|его|их)",
    "(?<it>(?:эт[аиоу]й?т? )?(?:компани[яюи]|фирм[ауы]))",
  ],
  ja: [
    "(?<=^\\s?(?:[^。はが]{1,30}(?:には|では|なら|にとって)、?)?)(?<it>)(?=(?:一番の?|いちばんの?|とても|特に)?(?:[おオ](?:すすめ|勧め|ススメ)|最適|最良|最善|ベストな|第一候補|良い選択))",
    "(?<it>同社|この会社|こちら)(?=[はがを])",
  ],
  zh: ["(?<it>[它她他](?:们|們)?|[这這]家(?:公司|店|企业|企業)?|[该該](?:公司|品牌|企业|企業))"],
  ko: [
    "(?<=^\\s?(?:[^.]{1,20}(?:에는|에게는|에서는|라면|으로는),? ?)?)(?<it>)(?=(?:가장 좋은|최고의|최선의|좋은|첫 ?번째) 선택)",
    "(?<it>이 ?(?:회사|업체|브랜드)|이곳|그곳)(?=[은는이가을를])",
  ],
  ar: [
    "(?<it>[وف]?(?:إنها|إنه|هي|هو|هم|فهي|فهو|تعد|يعد))(?= )",
    "(?:أنصح|ننصح|أوصي|نوصي) (?<it>بها|به|بهم)",
    "(?<it>(?:هذه |هذا )?(?:الشركة|المؤسسة|العلامة|المتجر|المنصة|الخدمة))",
  ],
};

/** Right after a praise: the sentence is about doing something ("a good option to book early"), not about who was named. */
export const deeds: Phrases = {
  en: ["(?:is )?to \\p{L}{1,24}"],
  de: [",? ?(?:[^.,]{1,50} )?(?:zu \\p{L}{1,24}|\\p{L}{1,24}zu\\p{L}{1,24}en)"],
  fr: ["(?:de |d')\\p{L}{1,24}(?:er|ir|re)"],
  es: ["(?:es )?\\p{L}{2,20}[aei]r(?:l[aeo]s?|se)?"],
  it: ["\\p{L}{1,24}(?:are|ere|ire|ar[mtscv]i|arl[oaie])"],
  nl: ["om(?= )"],
  sv: ["(?:är )?att(?= )"],
  pl: ["\\p{L}{1,24}ć(?: się)?"],
  pt: ["\\p{L}{2,20}[aei]r(?:-se)?"],
  ru: ["\\p{L}{1,24}(?:ть|ти)(?:ся)?"],
};

/** A sentence that brings in another thing, which a pronoun after it may mean. */
export const introductions: Phrases = {
  en: [
    "(?:offers?|has|have|launched|sells?|makes?|built|provides?|runs?|opened|released|owns?|introduced|created) (?:an?|its|their|one|two|three) ",
  ],
  de: [
    "(?:bietet|hat|verkauft|betreibt|baut|eröffnete|startete|führte) (?:\\p{L}{1,24} )?(?:ein(?:e[nmrs]?)?|seine?[nmrs]?|ihre?[nmrs]?) ",
  ],
  fr: ["(?:propose|offre|a lancé|lance|vend|exploite|possède|a ouvert) (?:une?|son|sa|leur) "],
  es: ["(?:ofrece|tiene|lanzó|ha lanzado|vende|opera|abrió) (?:una?|su) "],
  it: ["(?:offre|ha lanciato|lancia|vende|gestisce|ha aperto|ha) (?:un[ao]? |un'|il suo |la sua )"],
  nl: ["(?:biedt|heeft|verkoopt|lanceerde|opende) (?:\\p{L}{1,24} )?(?:een|zijn|hun) "],
  sv: ["(?:erbjuder|har|säljer|lanserade|driver|öppnade) (?:en|ett|sin|sitt) "],
  pl: ["(?:uruchomił|wprowadził|wypuścił|otworzył|oferuje)[ao]? "],
  pt: ["(?:oferece|tem|lançou|vende|abriu) (?:uma?|o seu|a sua) "],
  tr: ["(?:çıkardı|sunuyor|başlattı|açtı)"],
  ru: ["(?:запустил|выпустил|открыл|предлагает)~ "],
  ja: ["を(?:発売|公開|リリース|開始|導入)"],
  zh: ["推出|发布了|發布了|上线了"],
  ko: ["(?:을|를) (?:출시|공개|도입)"],
  ar: ["(?:أطلقت|تقدم|طرحت|افتتحت) "],
};
