import { dutyOn } from "../compliance/state-of-duty.ts";
import { type Given, sourced, spanOfFact, type Words } from "./given.ts";
import type { Span, Spans } from "./work-product.ts";

const place = /\{(organization|system|vendor|purpose|fact:[\w.]+|typed:\w+|due:[\w.-]+\|[^{}]+|ask:[^{}]+)\}/g;

/** The places of a text, as they are written between the braces. */
export function placesOf(text: string): string[] {
  return [...text.matchAll(place)].map(([, name]) => name ?? "");
}

/** A text of a template with its places filled: a fact with its source, or a blank with the question that fills it. */
export function fillText(text: string, given: Given, system: string | null, words: Words): Spans {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(place)) {
    if (match.index > from) spans.push({ text: text.slice(from, match.index) });
    spans.push(filled(match[1] ?? "", given, system, words));
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans;
}

/** Quotes from a law are taken as they are; figures that were checked less closely say so where they stand. */
function figure(key: string, given: Given, words: Words): Span {
  const [duty = "", said = ""] = key.split("|");
  const known = given.obligations.instruments.flatMap(({ obligations }) => obligations).find(({ id }) => id === duty);
  if (known === undefined) return { text: said };
  const { citation, checked } = dutyOn(known, given.assessment.asOf);
  const quoted = checked.how === "secondary text quoting the law";
  const text = quoted ? said : `${said} (${words.toCheck({ citation, checked: checked.how })})`;
  return sourced(text, { kind: "law", duty });
}

const questions: Readonly<Record<string, string>> = {
  system: "Which system is this about?",
  vendor: "Who supplies it?",
  purpose: "What is it used for, in a sentence?",
};

function filled(name: string, given: Given, system: string | null, words: Words): Span {
  const [kind, ...rest] = name.split(":");
  const key = rest.join(":");
  if (kind === "ask") return { blank: key };
  if (kind === "due") return figure(key, given, words);
  if (kind === "fact") return spanOfFact(given, key, system, words);
  if (kind === "organization") return sourced(given.organization, { kind: "profile" });
  if (kind === "typed") {
    const typed = given.typed[key] ?? "";
    return typed === "" ? { blank: key.replaceAll("_", " ") } : sourced(typed, { kind: "typed" });
  }
  const entry = given.systems.find(({ id }) => id === system);
  const value = kind === "system" ? entry?.name : kind === "vendor" ? entry?.vendor : entry?.purpose;
  if (value === undefined || value === null || value.trim() === "") return { blank: questions[name] ?? name };
  return sourced(value, { kind: "inventory", system: system ?? "" });
}
