import type { Phrases } from "./by-language.ts";

/**
 * A recommendation of the answer's own: in the first person, impersonal, or a judgement ("the best choice"). Whom others recommend
 * ("users recommend", "recommended by") is not the answer's word.
 */
export const praises: Phrases = {
  en: [
    "(?:i|we)(?:'d|'ll)? (?:\\p{L}{2,12} ){0,2}(?:recommend|suggest|advise)(?! (?:that|to|against|you|not|(?!choosing|using|considering|picking|trying|working|going|hiring)\\p{L}{2,20}ing)\\b)",
    "(?:i|we)(?:'d| would| will) (?:choose|pick|go with)",
    "(?:highly |strongly |most )?recommended(?! (?:to|that|by|for you to)\\b)",
    "recommendable",
    "(?:our|my|top|first|main) (?:recommendation|pick|choice)",
    "(?:best|better|good|great|strong|solid|excellent|safe|right|ideal|perfect) (?:\\p{L}{2,14} )?(?:choices?|options?|fit|picks?|bet)",
    "best overall",
    "worth choosing",
  ],
  de: [
    "(?:ich|wir) (?:\\p{L}{2,14} )?empfehlen?",
    "empfehlen? (?:ich|wir)",
    "(?:würden?|kann|können|möchten?) (?:ich|wir) [^.;!?]{0,80}empfehlen",
    "(?:ich|wir) (?:würden?|kann|können|möchten?) [^.;!?]{0,80}empfehlen",
    "empfehlenswert~",
    "zu empfehlen",
    "(?:sehr |besonders |klar )?empfohlen(?! von|\\s?,)",
    "(?:unsere|meine|klare) empfehlung",
    "(?:beste|erste|gute|bessere|richtige|ideale|hervorragende)[nrs]? (?:wahl|option|adresse|lösung)",
  ],
  fr: [
    "(?:je|nous) (?:vous |te )?(?:recommand|conseill)(?:e|ons|erais|erions)(?! (?:de|d'|que)\\b)",
    "(?:vivement |fortement |très )?recommandée?s?(?! (?:par|de|d'))",
    "recommandable~",
    "à recommander",
    "(?:notre|ma|mon) (?:recommandation|premier choix|choix)",
    "(?:meilleur|bon|excellent|premier)e?s? (?:choix|options?|solution|adresse)",
  ],
  es: [
    "(?:recomiendo|recomendamos|recomendaría|recomendaríamos|sugiero|sugerimos)(?! que)",
    "se recomienda(?! (?:que|\\p{L}{2,20}[aei]r\\b))",
    "recomendad[oa]s?(?! por)",
    "recomendables?",
    "(?:nuestra|mi|la) (?:recomendación|primera opción)",
    "(?:mejor|buena|excelente|gran)(?:es)? (?:opción|opciones|elección|alternativa)",
  ],
  it: [
    "(?:ti|vi|le) (?:consiglio|consigliamo|raccomando|raccomandiamo)(?! di)",
    "(?:consigliamo|consiglierei|consiglieremmo|raccomando|raccomandiamo)(?! (?:di|che))",
    "(?:consigliat|raccomandat)[oaie](?! da)",
    "(?:consigliabil|raccomandabil)[ei]",
    "(?:miglior[ei]?|ottim[oa]|buon[oa]|prim[ao]) (?:scelt[ae]|opzion[ei])",
    "scelta migliore",
  ],
  nl: [
    "(?:raad|raden) (?:ik|we|wij) [^.;!?]{0,60}aan",
    "(?:ik|we|wij) (?:raad|raden) [^.;!?]{0,60}aan",
    "(?:ik|we|wij) (?:zou|zouden) [^.;!?]{0,60}aanbevelen",
    "(?:ik|we|wij) bevelen? [^.;!?]{0,60}aan",
    "aanbevolen(?! door)",
    "aanrader",
    "aan te (?:raden|bevelen)",
    "(?:beste|goede|eerste|uitstekende) (?:keuze|keus|optie)",
  ],
  sv: [
    "(?:jag|vi) (?:\\p{L}{2,12} )?rekommenderar?(?! (?:att|dig))",
    "rekommenderar (?:jag|vi)",
    "rekommenderas(?! av)",
    "rekommendera(?:d|t|de)(?! av)",
    "(?:bästa|bra|första|utmärkt) (?:val(?:et)?|alternativ(?:et)?)",
  ],
  pl: [
    "(?:polecam|polecamy|rekomenduję|rekomendujemy)",
    "(?:poleciłbym|poleciłabym|polecilibyśmy)",
    "godn[yaei] polecenia",
    "warto wybrać",
    "(?:najlepsz|dobr|świetn|pierwsz)(?:y|ym|a|ą) (?:wybór|wyborem|opcja|opcją)",
  ],
  pt: [
    "(?:recomendo|recomendamos|recomendaria|recomendaríamos|sugiro|sugerimos)(?! que)",
    "recomendad[oa]s?(?! por)",
    "recomendáve(?:l|is)",
    "(?:nossa|minha|a) (?:recomendação|primeira escolha)",
    "(?:melhor|boa|ótima|excelente|primeira)(?:es)? (?:opção|opções|escolha|escolhas)",
  ],
  tr: [
    "(?:öneririm|öneririz|öneriyorum|öneriyoruz)",
    "tavsiye (?:ederim|ederiz|ediyorum|ediyoruz|edilir)",
    "önerilir",
    "(?:en iyi|iyi bir|doğru|ilk) (?:seçenek|seçim|tercih|seçeneği|seçimi|tercihi|seçenektir|seçimdir|tercihtir|seçeneğimiz|tercihimiz)",
  ],
  ru: [
    "(?:рекомендую|рекомендуем|советую|советуем)",
    "рекомендуется",
    "(?:лучш|хорош|отличн|оптимальн)(?:ий|ым|ый|ее|им|ей) (?:выбор|выбором|вариант|вариантом)",
    "стоит выбрать",
  ],
  ja: [
    "[おオ](?:勧め|すすめ|ススメ|薦め)(?!して(?:いない|は)|し(?:ない|ません|かね))",
    "を(?:推奨|推薦|推し|選び)(?:します|ます|したい)",
    "(?:最適|最良の選択|最善の選択|ベストな選択|第一候補|良い選択|いちばん良い|一番良い)",
  ],
  zh: [
    "推[荐薦]",
    "建[议議](?:您|你)?(?:选择|選擇|选用|選用|使用|考虑|考慮)",
    "首[选選]",
    "最(?:佳|好的?|优|優)(?:选择|選擇)",
    "(?:不错|不錯|很好|好)的(?:选择|選擇)",
    "值得(?:选择|選擇|一?试|一?試|信赖|信賴)",
  ],
  ko: [
    "추천(?:합니다|드립니다|드려요|해요|할 ?만|하고 ?싶|하겠습니다|한다(?!고))",
    "(?:을|를) (?:권합니다|권해 ?드립니다|권장합니다)",
    "(?:최고의|최선의|가장 좋은|좋은|첫 ?번째) 선택",
  ],
  ar: [
    "(?:أنصح|ننصح|أوصي|نوصي|أقترح|نقترح)",
    "ينصح ب~",
    "موصى ب~",
    "(?:أفضل|أحسن) (?:خيار|اختيار)",
    "(?:الخيار|خيارا?) (?:الأفضل|الأول|ممتاز|ممتازا|جيد|جيدا|مناسب)",
  ],
};

/** What turns a recommendation into its opposite, or into less. */
export const negations: Phrases = {
  en: [
    "not|never|no|none|cannot|hardly|neither|nor|nobody|no one|without(?! (?:(?:a |any )?(?:doubt|hesitation|question|reservations?)))|avoid|against|\\p{L}{2,8}n't|no longer|used to|hard to|difficult to|reluctant|less|worse",
  ],
  de: ["nicht|nie|niemals|kein(?:e[nrsm]?)?|kaum|weder|ab(?:zu)?raten|abraten|schwer zu|weniger"],
  fr: ["ne|n'\\p{L}{1,12}|pas|jamais|aucun~|ni|déconseill~|éviter|évitez|moins"],
  es: ["no|nunca|jamás|tampoco|desaconsej~|evit(?:e|ar|ad)|ningún|ninguna|menos"],
  it: ["non|mai|neppure|nessun~|sconsigli~|evitare|evitate|meno"],
  nl: ["niet|nooit|geen|afraden|vermijd|vermijden|minder"],
  sv: ["inte|aldrig|ej|ingen|avråder|undvik|mindre"],
  pl: ["nie|nigdy|odradzam~|żaden|unikaj|mniej"],
  pt: ["não|nunca|jamais|nem|desaconselh~|evite|evitar|nenhum~|menos"],
  tr: ["değil~|asla|hiç|yok|önermem|önermiyor~|önermeyiz|kaçının|etme(?:m|yiz|z)|etmiyor~"],
  ru: ["не|никогда|ни|избегайте|никак~|менее"],
  ja: ["ません", "(?<!間違い|違い|申し分|問題)な(?:い(?!で)|く(?!て)|かった)", "ではな", "じゃな", "避け"],
  zh: ["不(?!错|錯|仅|僅|但|同|断|斷|少|论|論|管|愧)", "没|沒|未|勿|别(?!的)|別(?!的)|避免|非(?!常)"],
  ko: ["않|아니|아닙|못(?!지)|없|(?:안|비)추천|안 ?권|피하"],
  ar: ["لا|لن|لم|ليس~|غير|عدم|تجنب~|بدون"],
};

/** Words that make a sentence a report of what others say, or of what a name says of itself. */
export const reports: Phrases = {
  en: [
    "according to",
    "(?:says?|said|claims?|claimed|states?|calls?|called|names?|named|voted|ranked|rated|describes?|markets|advertises|considered|recommends|suggests)",
    "(?:users|customers|reviewers|experts|analysts|others|some|many|people|critics|they) (?:\\p{L}{2,12} )?(?:recommend|suggest|advise|praise|prefer)",
    "(?:recommended|praised|chosen|preferred) by",
  ],
  de: [
    "laut|zufolge|nach angaben|sagt|sagen|behauptet|bezeichnet|nennt|empfiehlt|gilt als|gewählt|wirbt",
    "(?:nutzer|kunden|experten|tester|viele|manche|andere|einige) (?:\\p{L}{2,12} )?empfehlen",
    "empfohlen von|von \\p{L}{2,20} empfohlen",
  ],
  fr: [
    "selon|d'après|dit|affirme|prétend|se présente|se décrit|nomme|élu",
    "(?:utilisateurs|clients|experts|certains|beaucoup|ils|elles) (?:\\p{L}{2,12} )?(?:recommandent|conseillent)",
    "recommandée?s? par",
  ],
  es: [
    "según|dice|afirma|asegura|se describe|se presenta|recomienda(?<!se recomienda)|elegid[oa]",
    "(?:usuarios|clientes|expertos|algunos|muchos) (?:\\p{L}{2,12} )?recomiendan",
    "recomendad[oa]s? por",
  ],
  it: [
    "secondo (?:il|lo|la|i|gli|le)|dice|afferma|sostiene|si definisce|si presenta|consigliano|raccomandano|consigliat[oaie] da",
  ],
  nl: ["volgens|zegt|beweert|noemt|raden (?:klanten|gebruikers|experts)|aanbevolen door"],
  sv: [
    "enligt|säger|påstår|kallar|(?:kunder|användare|experter|många) (?:\\p{L}{2,12} )?rekommenderar|rekommendera[dst] av",
  ],
  pl: ["według|twierdzi|mówi|uważa|nazywa|poleca|polecają|polecan[yae] przez"],
  pt: ["segundo (?:o|a|os|as)|diz|afirma|alega|descreve-se|recomenda|recomendam|recomendad[oa]s? por"],
  tr: ["göre|diyor|iddia~|söylüyor|öneriyor(?:lar)?|önerir(?:ler)?|tarafından"],
  ru: ["согласно|по данным|по словам|утверждает|называет|рекомендует|рекомендуют|советуют"],
  ja: [
    "によると|によれば|と(?:述べ|言|い[いう]|主張|評価|され|自称)|(?:利用者|ユーザー|専門家|口コミ)(?:が|は|の|で|から)|推奨して(?:いる|います)",
  ],
  zh: [
    "根[据據]|[据據](?:说|說|称|稱)|(?:声称|聲稱|自称|自稱|认为|認為|表示|指出)|(?:用户|用戶|客户|客戶|专家|專家|网友|網友|媒体|媒體|有人|很多人|許多人|他们|他們)[^。；;]{0,6}推[荐薦]|被[^。；;]{0,10}(?:推[荐薦]|评为|評為)",
  ],
  ko: [
    "에 따르면|(?:라고|다고) (?:한다|합니다|했|말|주장|평가)|(?:이용자|사용자|고객|전문가)(?:들)?[은는이가]|추천한다고|추천했다",
  ],
  ar: ["وفقا|حسب|بحسب|تنصح|يقول|تقول|يدعي|تدعي|يزعم|تزعم|يوصي|توصي|ينصح (?!ب)\\p{L}{2,20}|يصف|تصف"],
};

/** Where a sentence turns to something else. */
export const turns: Phrases = {
  en: ["but|while|whereas|although|though|however|yet"],
  de: ["aber|während|obwohl|jedoch|hingegen|doch"],
  fr: ["mais|tandis que|alors que|bien que|cependant"],
  es: ["pero|mientras|aunque|sin embargo"],
  it: ["ma|mentre|sebbene|tuttavia|però"],
  nl: ["maar|terwijl|hoewel|echter"],
  sv: ["men|medan|fastän|däremot"],
  pl: ["ale|podczas gdy|chociaż|natomiast|jednak"],
  pt: ["mas|enquanto|embora|porém|contudo"],
  tr: ["ama|fakat|ancak|oysa"],
  ru: ["но|тогда как|хотя|однако"],
  ja: ["(?:です|ます|だ|る|い)が、?", "けれど|一方、?|しかし"],
  zh: ["但是?|而(?!且|是)|不[过過]|然而|[虽雖]然"],
  ko: ["지만|는데|반면|그러나"],
  ar: ["لكن~|بينما|رغم|إلا أن"],
};

/** Before a name: it is what the praised one is held against, or for whom it is. */
export const aside: Phrases = {
  en: [
    "over|than|unlike|versus|vs\\.?|instead of|rather than|besides|next to|ahead of|compared (?:to|with)|alternatives? to|not|nor|for|by|beats|outperforms|replaces?|except|from|against|before|like",
  ],
  de: [
    "als|statt|anstatt|anstelle von|gegenüber|im vergleich (?:zu|mit)|alternativen? zu|neben|außer|vor|nicht|für|schlägt|ersetzt|wie|ohne",
  ],
  fr: ["que|qu'|plutôt que|au lieu de|par rapport à|face à|alternatives? à|contre|pas|pour|sauf|comme|outre|devant"],
  es: ["que|en (?:lugar|vez) de|frente a|comparado con|alternativas? a|contra|no|para|excepto|como|además de|sobre"],
  it: ["di|che|invece di|rispetto a|alternativ[ae] a|contro|non|per|tranne|come|oltre a|al posto di"],
  nl: ["dan|boven|in plaats van|vergeleken met|alternatie(?:f|ven) voor|naast|niet|voor|behalve|zoals"],
  sv: ["än|framför|i stället för|istället för|jämfört med|alternativ till|inte|för|utom|som|före"],
  pl: ["niż|od|zamiast|w porównaniu (?:z|do)|alternatyw~ dla|nie|dla|oprócz|przed|jak|ponad"],
  pt: ["que|do que|em vez d[eoa]|em comparação com|alternativas? a[o]?|não|para|exceto|como|além d[eoa]"],
  tr: ["yerine"],
  ru: ["чем|вместо|по сравнению с|в отличие от|не|для|кроме|как"],
  zh: ["比起?|而不是|而非|不是|替代|除了|相比|[优優][于於]|胜过|勝過"],
  ja: ["代わりは"],
  ko: ["대신"],
  ar: ["من|بدلا من|عوضا عن|مقارنة ب|على|لا|وليس|ليس|مثل|ل"],
};

/** The same, in languages that say it after the name. */
export const asideAfter: Phrases = {
  en: [],
  tr: ["(?<!\\s)'?n?[dt][ae]n(?!\\p{L})|(?:(?<!\\s)'?(?:y?[ae]|n[ae]) )?(?:yerine|kiyasla|göre|için)|değil"],
  ja: ["よりも?|ではなく|じゃなく|の代わり|に比べ|以外|用に|のため|なら"],
  ko: ["보다|대신|이 아니라|가 아니라|에 비해|말고|을 위한|를 위한|용"],
  zh: ["相比|以外|的替代"],
  ru: [],
};
