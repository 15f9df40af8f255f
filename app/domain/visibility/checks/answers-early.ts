import { isCjk, sentencesOf, wordsOf } from "../words.ts";
import { type CheckInput, type Finding, found, informs, notApplicable } from "./finding.ts";

const states =
  /(?:^|\s)(?:is|are|means|costs?|takes?|refers? to|ist|sind|bedeutet|kostet|dauert|est|sont|signifie|es|son|significa|è|sono|is een|betekent|hier|demektir|anlamına)(?:\s|$)|\p{L}(?:dır|dir|dur|dür|tır|tir|tur|tür)\.|とは|です。|である。|是|指的是|(?:^|\s)(?:هو|هي|يعني)\s/iu;

/** Whether the first third of the text says what the title promises. 44 % of citations come from there. */
export function answersEarly(input: CheckInput): Finding {
  if (!informs(input)) return notApplicable("Too short to have a beginning, or of a kind that answers no question.");
  const { facts } = input;
  const subject = new Set(
    wordsOf(`${facts.title} ${facts.headings[0]?.text ?? ""}`).filter((word) => word.length > 3 || isCjk(word)),
  );
  const opening = sentencesOf(firstThird(facts.main.text));
  const direct = opening.find((sentence, at) => {
    const words = wordsOf(sentence);
    const shared = new Set(words.filter((word) => subject.has(word))).size;
    if (words.length < 6 || words.length > 45 || sentence.endsWith("?")) return false;
    return (states.test(sentence) && shared >= 1) || (at < 4 && shared >= 3);
  });
  if (direct !== undefined) return found(1, `Says early: "${direct.slice(0, 160)}"`);
  const touched = wordsOf(opening.slice(0, 3).join(" ")).filter((word) => subject.has(word)).length;
  return touched >= 2
    ? found(0.5, "The opening takes up the title's subject but states no answer in one sentence.")
    : found(0.1, "The opening does not say what the title promises.");
}

function firstThird(text: string): string {
  return text.slice(0, Math.max(600, Math.floor(text.length * 0.3)));
}
