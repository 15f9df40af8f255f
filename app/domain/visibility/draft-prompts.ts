import type { ProbePrompt, PromptKind } from "./share-of-answers.ts";

/** What prompts are drafted from. Offers are short names as the site's pages use them. */
export type PromptSubject = {
  readonly brand: string;
  readonly sector: string;
  readonly offers: readonly string[];
  readonly places: readonly string[];
  readonly competitors: readonly string[];
};

/** How many prompts of each kind a set has by default: 30 in all, the branded ones counted apart. */
export const usualCounts: Readonly<Record<PromptKind, number>> = {
  branded: 3,
  category: 10,
  comparison: 7,
  problem: 10,
};

/**
 * A first set of prompts for a person to edit. None but the branded ones names the brand: a question that names it would be
 * answered with it. Kinds with too few offers or places repeat no sentence; they come out shorter.
 */
export function draftPrompts(subject: PromptSubject): ProbePrompt[] {
  const offers = subject.offers.length > 0 ? subject.offers : [subject.sector];
  const places = subject.places.length > 0 ? subject.places : ["my region"];
  const drafts: Readonly<Record<PromptKind, readonly string[]>> = {
    branded: [
      `What does ${subject.brand} do, and for whom?`,
      `Is ${subject.brand} a good choice for ${offers[0]}?`,
      `What do customers say about ${subject.brand}?`,
    ],
    category: crossed(offers, places, [
      (offer, place) => `Which companies offer ${offer} in ${place}?`,
      (offer, place) => `Who are the best providers of ${offer} in ${place}?`,
      (offer, place) => `Recommend a provider of ${offer} for a mid-sized company in ${place}.`,
    ]),
    comparison: [
      ...subject.competitors.map((name) => `What are alternatives to ${name} for ${offers[0]}?`),
      ...crossed(offers, places, [
        (offer, place) => `Compare three providers of ${offer} in ${place} on price and reliability.`,
        (offer, place) => `Large or small provider for ${offer} in ${place}: which fits whom?`,
      ]),
    ],
    problem: crossed(offers, places, [
      (offer, place) => `How do I choose a provider of ${offer} in ${place}?`,
      (offer, place) => `What does ${offer} cost in ${place}?`,
      (offer, place) => `What goes wrong most often with ${offer} in ${place}, and who can help?`,
    ]),
  };
  return (Object.keys(usualCounts) as PromptKind[]).flatMap((kind) =>
    [...new Set(drafts[kind])].slice(0, usualCounts[kind]).map((text, at) => ({ id: `${kind}-${at + 1}`, kind, text })),
  );
}

type Form = (offer: string, place: string) => string;

/** Sentences over all pairs, turning through the forms so that neighbours differ. */
function crossed(offers: readonly string[], places: readonly string[], forms: readonly Form[]): string[] {
  const sentences: string[] = [];
  for (let round = 0; round < forms.length; round++) {
    let at = round;
    for (const place of places) {
      for (const offer of offers) {
        const form = forms[at % forms.length];
        if (form !== undefined) sentences.push(form(offer, place));
        at += 1;
      }
    }
  }
  return sentences;
}
