import { findMentions } from "./find-mentions.ts";
import { eachOnce } from "./same-question.ts";
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
 * answered with it, so offers that hold the name are left out. No sentence comes twice.
 */
export function draftPrompts(subject: PromptSubject): ProbePrompt[] {
  const brand = { name: subject.brand };
  const unnamed = subject.offers.filter((offer) => !findMentions(offer, brand, []).mentioned);
  const offers = unnamed.length > 0 ? unnamed : [subject.sector];
  const places = subject.places.length > 0 ? subject.places : ["my region"];
  const drafts: Readonly<Record<PromptKind, readonly string[]>> = {
    branded: [
      `What does ${subject.brand} do, and for whom?`,
      `Is ${subject.brand} a good choice for ${offers[0]}?`,
      `What do customers say about ${subject.brand}?`,
    ],
    category: crossed(offers, places, categoryForms),
    comparison: [
      ...subject.competitors.slice(0, 3).map((name) => `What are alternatives to ${name} for ${offers[0]}?`),
      ...crossed(offers, places, comparisonForms),
    ],
    problem: crossed(offers, places, problemForms),
  };
  return (Object.keys(usualCounts) as PromptKind[]).flatMap((kind) =>
    eachOnce(drafts[kind].map((text) => ({ text })))
      .slice(0, usualCounts[kind])
      .map(({ text }, at) => ({ id: `${kind}-${at + 1}`, kind, text })),
  );
}

const categoryForms: readonly Form[] = [
  (offer, place) => `Which companies offer ${offer} in ${place}?`,
  (offer, place) => `Who are the best providers of ${offer} in ${place}?`,
  (offer, place) => `Recommend a provider of ${offer} for a mid-sized company in ${place}.`,
  (offer, place) => `List reliable providers of ${offer} in ${place}.`,
  (offer, place) => `Who should I ask for a quote for ${offer} in ${place}?`,
  (offer, place) => `Which specialists for ${offer} in ${place} have good references?`,
  (offer, place) => `Which smaller firms are good at ${offer} in ${place}?`,
  (offer, place) => `Who leads the market for ${offer} in ${place}?`,
  (offer, place) => `Which providers of ${offer} in ${place} take new customers at short notice?`,
  (offer, place) => `Who offers ${offer} in ${place} with certified quality?`,
];

const comparisonForms: readonly Form[] = [
  (offer, place) => `Compare three providers of ${offer} in ${place} on price and reliability.`,
  (offer, place) => `Large or small provider for ${offer} in ${place}: which fits whom?`,
  (offer, place) => `Which provider of ${offer} in ${place} has the best reviews, and why?`,
  (offer, place) => `Regional or international provider for ${offer} in ${place}: what speaks for each?`,
  (offer, place) => `Make a shortlist of five providers of ${offer} in ${place} with strengths and weaknesses.`,
  (offer, place) => `Who is cheaper and who is faster for ${offer} in ${place}?`,
  (offer, place) => `Do ${offer} in house or hire a provider in ${place}? Name providers.`,
];

const problemForms: readonly Form[] = [
  (offer, place) => `How do I choose a provider of ${offer} in ${place}?`,
  (offer, place) => `What does ${offer} cost in ${place}?`,
  (offer, place) => `What goes wrong most often with ${offer} in ${place}, and who can help?`,
  (offer, place) => `Our provider of ${offer} in ${place} let us down. Who can take over?`,
  (offer, place) => `We need ${offer} in ${place} for the first time. Where do we start?`,
  (offer, place) => `How do I cut the cost of ${offer} in ${place}?`,
  (offer, place) => `What do I need to know about rules for ${offer} in ${place}, and who advises on them?`,
  (offer, place) => `Who can help with urgent ${offer} in ${place}?`,
  (offer, place) => `What should a contract for ${offer} in ${place} contain, and who offers fair ones?`,
  (offer, place) => `How do I tell a good provider of ${offer} in ${place} from a bad one?`,
];

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
