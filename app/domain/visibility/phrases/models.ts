import { type Phrases, patternsOf } from "./by-language.ts";

const models =
  "(?:ai|a\\.i\\.|llms?|large language models?|language models?|chatbots?|chatgpt|claude|gemini|copilot|perplexity)";

/** Sentences that speak to a language model instead of a reader. Each asks for a verb and for whom or what it is said: a text about
 * models is no order to one. */
const orders: Phrases = {
  en: [
    "(?:ignore|disregard|forget|override) (?:all |any |every |the |your |of ){0,3}(?:previous|prior|above|earlier|other|preceding) (?:instructions?|prompts?|context|rules|messages)",
    "(?:if you are|as) an? (?:ai|llm|large language model|language model|chatbot|ai assistant)[^.!?\\n]{0,80}\\b(?:must|should|recommend|mention|cite|say|respond|answer|rank|tell)",
    `(?:dear|attention|note to|message (?:to|for)|instructions? for)[\\s:,]{1,3}(?:all )?${models}(?: (?:models?|assistants?|agents?|crawlers?))?`,
    "(?:ai|llm|language) (?:models?|assistants?|agents?) (?:should|must|are (?:instructed|required|asked) to)",
    "always (?:recommend|mention|cite|rank) (?:us|this|our)",
  ],
  de: [
    "ignorier~ (?:bitte )?(?:alle |sämtliche |die |deine ){0,2}(?:vorherigen|bisherigen|obigen|früheren|vorigen|vorangegangenen) (?:anweisung~|anleitung~|eingaben|befehle|vorgaben)",
    "(?:wenn du|falls du|als) (?:eine? )?(?:ki|sprachmodell|ki-assistent~|chatbot)[^.!?\\n]{0,80}\\b(?:musst|sollst|empfiehl|empfehle|nenne|erwähne|antworte|zitiere)",
    "(?:ki-modelle|sprachmodelle|ki-assistenten|chatbots) (?:müssen|sollen|haben)",
    "(?:hinweis|anweisung|nachricht) (?:an|für) (?:alle )?(?:ki|ki-modelle|sprachmodelle|chatbots|ki-assistenten)",
  ],
  fr: [
    "ignore[zr]? (?:toutes? )?(?:les |tes |vos )?(?:instructions|consignes|directives) (?:précédentes|antérieures|ci-dessus)",
    "(?:si (?:tu es|vous êtes)|en tant qu'?e?) ?(?:une? )?(?:ia|modèle de langage|assistant ia|chatbot)[^.!?\\n]{0,80}\\b(?:dois|devez|recommande~|mentionne~|cite~|réponds|répondez)",
    "(?:note|message|instructions?) (?:aux?|pour les?) (?:ia|modèles de langage|assistants ia|chatbots)",
  ],
  es: [
    "ignor[ae]~ (?:todas )?(?:las |tus |sus )?(?:instrucciones|indicaciones|órdenes) (?:anteriores|previas)",
    "(?:si eres|como) (?:una? )?(?:ia|modelo de lenguaje|asistente de ia|chatbot)[^.!?\\n]{0,80}\\b(?:debes|recomienda|menciona|cita|responde)",
  ],
  it: [
    "ignora~ (?:tutte )?(?:le |tue )?(?:istruzioni|indicazioni) (?:precedenti|anteriori)",
    "(?:se sei|come) (?:un'?a? ?)?(?:ia|modello linguistico|assistente ia|chatbot)[^.!?\\n]{0,80}\\b(?:devi|raccomanda|consiglia|menziona|cita|rispondi)",
  ],
  nl: [
    "negeer (?:alle )?(?:eerdere|voorgaande|vorige|bovenstaande) (?:instructies|opdrachten|aanwijzingen)",
    "(?:als je|indien u) (?:een )?(?:ai|taalmodel|ai-assistent|chatbot)[^.!?\\n]{0,80}\\b(?:moet|aanbevelen|noem|vermeld|antwoord)",
  ],
  sv: [
    "(?:ignorera|bortse från) (?:alla )?(?:tidigare|föregående|ovanstående) (?:instruktioner|anvisningar|order)",
    "(?:om du är|som) (?:en |ett )?(?:ai|språkmodell|ai-assistent|chattbot)[^.!?\\n]{0,80}\\b(?:ska|måste|rekommendera|nämn|citera|svara)",
  ],
  pl: [
    "(?:zignoruj|ignoruj|pomiń|zapomnij) (?:wszystkie |o )?(?:wszystkich )?(?:poprzedni(?:e|ch)|wcześniejsz(?:e|ych)|powyższ(?:e|ych)) (?:instrukcj(?:e|i|ach)|polece(?:nia|ń|niach)|wytyczn~)",
    "(?:jeśli jesteś|jako) (?:model(?:em)? językow~|asystent~ ai|sztuczn~ inteligencj~|chatbot~)[^.!?\\n]{0,80}\\b(?:musisz|polecaj|poleć|wymień|odpowiedz|cytuj)",
  ],
  pt: [
    "ignor[ae]~ (?:todas )?(?:as |suas )?(?:instruções|indicações|ordens) (?:anteriores|prévias|acima)",
    "(?:se (?:és|você é|for)|como) (?:uma? )?(?:ia|modelo de linguagem|assistente de ia|chatbot)[^.!?\\n]{0,80}\\b(?:deve~|recomend~|mencion~|cit[ae]~|respond[ae])",
  ],
  tr: [
    "önceki (?:tüm |bütün )?(?:talimat|yönerge|komut)~ (?:yok say|görmezden gel|unut|dikkate alma)",
    "(?:bir )?(?:yapay zeka|dil modeli|sohbet robotu)~ ?(?:isen|iseniz|olarak)[^.!?\\n]{0,80}(?:öner|tavsiye et|söyle|belirt|yanıtla)",
  ],
  ru: [
    "(?:игнорируй|проигнорируй|забудь|не учитывай)~ (?:все |всё |любые |все свои )?(?:мои |твои )?(?:предыдущие|прежние|прошлые|вышестоящие|вышеуказанные) (?:инструкции|указания|команды|запросы|правила)",
    "(?:если (?:ты|вы)|как)\\s?[-—]?\\s?(?:языковая модель|языковой моделью|нейросеть|искусственный интеллект|ии-помощник|чат-бот|чатбот)[^.!?\\n]{0,80}(?:рекоменд|советуй|упомин|упомян|цитиру|отвечай|ответь|назови|должн)~",
    "(?:сообщение|инструкция|указание|внимание)[\\s,:]{1,3}(?:для )?(?:всех )?(?:языковых моделей|языковые модели|нейросетей|нейросети|ии-помощников|чат-ботов)",
  ],
  ja: [
    "(?:以前|これまで|上記|前|それまで)の(?:すべての|全ての)?(?:指示|命令|プロンプト)を?(?:すべて|全て)?無視",
    "(?:あなたが)?(?:ai|言語モデル|チャットボット|生成ai)(?:である|の場合|なら|として)[^。\\n]{0,60}(?:推薦|推奨|勧め|すすめ|紹介し|答え|回答し|引用し)",
    "(?:ai|言語モデル|チャットボット)(?:への|に対する)(?:指示|命令)",
  ],
  zh: [
    "(?:忽略|无视|無視|忘记|忘記)(?:所有|全部|掉|你)?(?:之前|以前|先前|上述|以上|前面)的?(?:所有|全部)?(?:指令|指示|提示|命令|要求)",
    "(?:如果)?(?:你|您)(?:是|作为|作為)(?:一个|一個)?(?:ai|人工智能|人工智慧|语言模型|語言模型|大模型|聊天机器人|聊天機器人)[^。\\n]{0,60}(?:推荐|推薦|回答|引用|提及|提到|必须|必須)",
    "(?:ai|人工智能|人工智慧|语言模型|語言模型)(?:助手|模型)?(?:必须|必須|务必|務必|请|請)(?:推荐|推薦|引用|提及|回答)",
  ],
  ko: [
    "(?:이전|앞|위|지금까지)의? ?(?:모든 )?(?:지시|명령|지침|프롬프트)(?:사항)?[을를은는]? ?(?:모두 )?(?:무시|잊)",
    "(?:당신이 )?(?:ai|인공지능|언어 ?모델|챗봇)(?:이라면|인 경우|으?로서)[^.\\n]{0,60}(?:추천|권하|언급|답하|인용)",
  ],
  ar: [
    "تجاهل (?:جميع |كل |كافة )?(?:التعليمات|الأوامر|التوجيهات) (?:السابقة|أعلاه|المذكورة)",
    "(?:إذا كنت|بصفتك) (?:نموذج(?:ا)? (?:لغوي|لغة|لغويا)|نموذج لغة|ذكاء اصطناعي(?:ا)?|روبوت محادثة|مساعد(?:ا)? ذكي(?:ا)?)[^.؟!\\n]{0,80}(?:يجب|أوص|رشح|اذكر|أجب|اقتبس)",
  ],
};

const orderPattern = patternsOf(orders);

/** What of a `plainText` speaks to models, or null. All languages are read: hidden text need not be in the page's. */
export function orderToModels(plain: string): string | null {
  return orderPattern(null).exec(plain)?.[0] ?? null;
}
