/** Sentences that speak to a language model instead of a reader, in the languages that such texts are met in. */
const forms: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|every\s+|the\s+|your\s+){0,3}(?:previous|prior|above|earlier|other|preceding)\s+(?:instructions?|prompts?|context|rules|messages)/i,
  /\b(?:if you are|as) an? (?:ai|llm|large language model|language model|chatbot|ai assistant)\b[^.!?\n]{0,80}\b(?:must|should|recommend|mention|cite|say|respond|answer|rank|tell)\b/i,
  /\b(?:dear|attention|note to|message (?:to|for)|instructions? for)[\s:,]+(?:all\s+)?(?:ai|llms?|language models?|chatbots?|ai assistants?|ai agents?|chatgpt|claude|gemini|copilot|perplexity)s?\b/i,
  /\b(?:ai|llm|language) (?:models?|assistants?|agents?) (?:should|must|are (?:instructed|required|asked) to)\b/i,
  /\balways (?:recommend|mention|cite|rank) (?:us|this|our)\b/i,
  /\bignorier\w{0,3}\s+(?:alle\s+|sämtliche\s+)?(?:vorherigen|bisherigen|obigen|früheren)\s+(?:anweisungen|anleitungen|eingaben)/i,
  /\bignore[zr]?\s+(?:toutes?\s+)?(?:les\s+)?(?:instructions|consignes)\s+(?:précédentes|antérieures)/i,
  /\bignor[ae]\w{0,3}\s+(?:todas\s+|tutte\s+)?(?:las\s+|le\s+)?(?:instrucciones|istruzioni)\s+(?:anteriores|previas|precedenti)/i,
  /önceki\s+(?:tüm\s+)?(?:talimatları|yönergeleri)\s+(?:yok\s+say|görmezden\s+gel|unut)/iu,
  /(?:以前|これまで|上記)の(?:すべての)?(?:指示|命令)を?(?:すべて)?無視/u,
  /(?:忽略|无视|無視)(?:所有|全部|掉)?(?:之前|以前|先前|上述|以上|前面)的?(?:所有)?(?:指令|指示|提示)/u,
  /تجاهل\s+(?:جميع\s+|كل\s+)?(?:التعليمات|الأوامر)\s+السابقة/u,
];

/** What of a text speaks to models, or null. */
export function aimedAtModels(text: string): string | null {
  for (const form of forms) {
    const found = form.exec(text);
    if (found !== null) return found[0].slice(0, 140);
  }
  return null;
}
