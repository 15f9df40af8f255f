import { statesSomething } from "../phrases/answers.ts";
import { plainText } from "../phrases/by-language.ts";
import { givesFigure } from "../phrases/units.ts";
import { isCjk, sentencesOf, wordsOf } from "../words.ts";
import { type CheckInput, type Finding, found, informs, notApplicable } from "./finding.ts";
import { isContentWord } from "./stop-words.ts";

/** Whether the first third of the text says what the title promises. 44 % of citations come from there. */
export function answersEarly(input: CheckInput): Finding {
  if (!informs(input)) return notApplicable("Too short to have a beginning, or of a kind that answers no question.");
  const { facts } = input;
  const subject = new Set(subjectsOf(`${facts.title}\n${facts.headings[0]?.text ?? ""}`));
  // The title above the text promises; it does not answer.
  const titles = new Set([facts.title, ...facts.headings.map(({ text }) => text)]);
  const opening = sentencesOf(firstThird(facts.main.text)).filter((sentence) => !titles.has(sentence));
  const direct = opening.find((sentence, at) => {
    const length = wordsOf(sentence).length;
    if (length < 6 || length > 45 || /[?？؟]$/u.test(sentence)) return false;
    const shared = new Set(subjectsOf(sentence).filter((word) => subject.has(word))).size;
    const plain = plainText(sentence);
    const states = statesSomething(plain, facts.language);
    // What an offer promises is what it costs or measures, under whatever name.
    if (input.role === "offer" && at < 4 && states && givesFigure(plain, facts.language)) return true;
    return (shared >= 1 && states) || (at < 4 && shared >= 3);
  });
  if (direct !== undefined) return found(1, `Says early: "${direct.slice(0, 160)}"`);
  const touched = subjectsOf(opening.slice(0, 3).join("\n")).filter((word) => subject.has(word)).length;
  return touched >= 2
    ? found(0.5, "The opening takes up the title's subject but states no answer in one sentence.")
    : found(0.1, "The opening does not say what the title promises.");
}

function firstThird(text: string): string {
  return text.slice(0, Math.max(600, Math.floor(text.length * 0.3)));
}

const subjectRun = /[\p{Script=Han}\p{Script=Katakana}ー々]{2,40}|\p{Script=Hangul}{2,20}/gu;
/** Letters that a word keeps in all its cases: long words of Polish, Turkish, Arabic and German are inflected at their end. */
const kept = 6;

/**
 * What a text is about, in a form that its next sentence repeats: content words by their beginning, and in scripts whose words do
 * not stand alone every two neighbouring characters.
 */
function subjectsOf(text: string): string[] {
  const subjects: string[] = [];
  for (const [run] of text.matchAll(subjectRun)) {
    const characters = [...run];
    for (let at = 0; at + 1 < characters.length; at++) subjects.push(`${characters[at]}${characters[at + 1]}`);
  }
  for (const word of wordsOf(text)) {
    if (word.length > 3 && isContentWord(word) && !isCjk(word) && !/\p{Script=Hangul}/u.test(word))
      subjects.push(plainText(word).replace(/^ال/u, "").slice(0, kept));
  }
  return subjects;
}
