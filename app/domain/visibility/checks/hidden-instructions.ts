import { aimedAtModels } from "../aimed-at-models.ts";
import type { HiddenText, HiddenWay } from "../hidden-text.ts";
import { countWords } from "../words.ts";
import { type CheckInput, type Finding, found } from "./finding.ts";

const words: Readonly<Record<HiddenWay, string>> = {
  "not-displayed": "not displayed",
  tiny: "too small to read",
  "off-screen": "off the screen",
  transparent: "transparent",
  "same-colour": "in the colour of its ground",
  comment: "a comment",
  "invisible-characters": "invisible characters",
};

/** Ways that have no honest use for running text; menus and dialogs are not displayed for good reasons. */
const odd = new Set<HiddenWay>(["tiny", "off-screen", "transparent", "same-colour"]);
const running = 15;

/** Text that people do not see and that speaks to models. Engines treat it as an attack; so do we. */
export function hiddenInstructions({ facts }: CheckInput): Finding {
  for (const hidden of facts.hidden) {
    const said = aimedAtModels(hidden.text);
    if (said !== null) return found(0, `Hidden text (${words[hidden.how]}) speaks to models: "${said}"`);
  }
  const spelled = facts.hidden.find(({ how }) => how === "invisible-characters");
  if (spelled !== undefined) return found(0.3, `The text holds invisible characters: ${shortened(spelled)}.`);
  const concealed = facts.hidden.find(({ how, text }) => odd.has(how) && countWords(text) >= running);
  if (concealed !== undefined) {
    return found(0.5, `Running text is ${words[concealed.how]}: ${shortened(concealed)}.`);
  }
  const open = aimedAtModels(facts.body.text);
  if (open !== null) {
    // Readers see it too: an article may quote such a sentence.
    return { ...found(1, `The visible text seems to speak to models: "${open}"`), outcome: "warn" };
  }
  return found(1, "No text aimed at models was found.");
}

function shortened({ text }: HiddenText): string {
  return `"${text.slice(0, 120)}"`;
}
