import { type CheckInput, type Finding, found } from "./finding.ts";

const aimedAtModels =
  /\b(?:ignore|disregard|forget)\s+(?:all\s+|any\s+)?(?:previous|prior|above|earlier|other)\s+(?:instructions?|prompts?|context)|\b(?:as an|if you are an|dear|attention|note to)\s+(?:ai|llm|language model|chatbot|assistant)s?\b|\b(?:ai|language) (?:models?|assistants?|agents?) (?:should|must|are instructed)\b|\balways (?:recommend|mention|cite) (?:us|this|our)\b/i;

/** Text that people do not see and that speaks to models. Engines treat it as an attack; so do we. */
export function hiddenInstructions({ facts }: CheckInput): Finding {
  const hidden = facts.hiddenText.find((text) => aimedAtModels.test(text));
  if (hidden !== undefined) return found(0, `Hidden text speaks to models: "${hidden.slice(0, 140)}"`);
  const open = aimedAtModels.exec(facts.body.text);
  if (open !== null)
    return { ...found(0.5, `The text seems to speak to models: "${open[0].slice(0, 140)}"`), outcome: "warn" };
  return found(1, "No text aimed at models was found.");
}
