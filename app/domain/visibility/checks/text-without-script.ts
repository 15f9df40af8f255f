import type { PageFacts } from "../page-facts.ts";
import { type CheckInput, type Finding, found, notApplicable } from "./finding.ts";

/** Fewer words than this in a body that scripts are to fill is an empty shell. */
const shellWords = 60;

/**
 * Whether the text is in the HTML; a page without any is as empty as one that waits for a script. With a browser's count the share
 * decides (< .5 fails, < .9 warns); without one, signs of a page that scripts fill decide, and the evidence says that they are signs.
 */
export function textWithoutScript({ facts, context }: CheckInput): Finding {
  const { words } = facts.body;
  if (facts.refresh !== null && words < shellWords)
    return notApplicable(`The page has no text of its own: it sends its readers on to ${facts.refresh.href}.`);
  if (words === 0 && (context.renderedWords ?? 0) === 0 && facts.counts.scripts === 0)
    return found(0, "There is no text on the page: nothing that an engine could quote.");
  if (context.renderedWords !== null && context.renderedWords > 0) {
    const share = words / context.renderedWords;
    const evidence = `${words} of ${context.renderedWords} words are in the HTML before scripts run.`;
    return share < 0.5 ? found(0, evidence) : share < 0.9 ? found(0.6, evidence) : found(1, evidence);
  }
  const signs = shellSigns(facts);
  if (words < shellWords && signs.length > 0) {
    return found(
      0,
      `Only ${words} words are in the HTML and ${signs.join(", ")}: the text arrives by script. (Judged by signs; no browser ran the page.)`,
    );
  }
  if (words < 20 && facts.counts.scripts > 0) return found(0, `Only ${words} words are in the HTML.`);
  if (signs.length > 0 && words < 150) {
    return found(0.5, `${words} words are in the HTML, and ${signs.join(", ")}: some text may arrive by script.`);
  }
  return found(1, `${words} words are in the HTML before scripts run.`);
}

function shellSigns(facts: PageFacts): string[] {
  const signs: string[] = [];
  if (facts.counts.scripts === 0) return signs;
  if (facts.emptyMounts.length > 0) signs.push(`an empty #${facts.emptyMounts[0]} waits for a script`);
  if (/java ?script|skript|スクリプト|脚本|腳本|스크립트|سكريبت|скрипт|guión|betik/iu.test(facts.noscriptText))
    signs.push("a notice asks to switch scripts on");
  if (facts.body.words < 15 && facts.headings.length === 0) signs.push("there is no heading and hardly a word");
  return signs;
}
