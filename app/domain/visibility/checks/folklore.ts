import { usagePreferences } from "../usage-preferences.ts";
import { type CheckInput, type Finding, notApplicable } from "./finding.ts";

/** What is often advised and has no known effect. Each is looked at, shown, and weighs nothing. */
function seen(evidence: string): Finding {
  return { outcome: "not-applicable", measured: true, value: null, evidence };
}

export function faqSchema({ facts }: CheckInput): Finding {
  const has = facts.entities.some((entity) => entity.type === "FAQPage");
  return seen(has ? "The page carries FAQPage markup." : "The page carries no FAQPage markup.");
}

export function questionFormat({ facts }: CheckInput): Finding {
  const questions = facts.headings.filter((heading) => /[?？]\s*$/.test(heading.text)).length;
  return seen(`${questions} of ${facts.headings.length} headings are questions.`);
}

export function chunking({ facts }: CheckInput): Finding {
  const mean = facts.counts.paragraphs === 0 ? null : Math.round(facts.body.words / facts.counts.paragraphs);
  return seen(mean === null ? "The page has no paragraphs." : `About ${mean} words a paragraph.`);
}

export function aiMetaTags({ facts }: CheckInput): Finding {
  const names = Object.keys(facts.metas).filter((name) => /^(?:ai[-_:]|llm|chatgpt|gpt[-_:])/i.test(name));
  return seen(names.length === 0 ? "There are no such tags." : `Tags: ${names.join(", ")}.`);
}

export function wordCount({ facts }: CheckInput): Finding {
  return seen(`${facts.main.words} words in the main part.`);
}

export function rootFile(): Finding {
  return notApplicable("A file of the whole site, not of this page.");
}

/** What the page states about the use of its text. Reported, because only the owner can want one thing or the other. */
export function usageStatements(input: CheckInput): Finding {
  const statements = usagePreferences(input.context.robots, input.facts);
  if (statements.length === 0) return seen("Nothing is stated.");
  const finding = seen(statements.map((each) => each.text).join(" "));
  return statements.some((each) => each.contradicts) ? { ...finding, outcome: "warn" } : finding;
}
