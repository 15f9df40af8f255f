import { type CheckInput, type Finding, found } from "./finding.ts";

/** Headings in order, sections of a readable size, lists or tables where there is much to say. */
export function structure({ facts }: CheckInput): Finding {
  const words = facts.body.words;
  const first = facts.headings.filter((heading) => heading.level === 1).length;
  const problems: string[] = [];
  let value = 1;
  const fault = (cost: number, problem: string) => {
    value -= cost;
    problems.push(problem);
  };
  if (first === 0) fault(0.35, "no first-level heading");
  if (first > 1) fault(0.15, `${first} first-level headings`);
  const skipped = facts.headings.filter(
    (heading, at) => at > 0 && heading.level > (facts.headings[at - 1]?.level ?? 6) + 1,
  );
  if (skipped.length > 0) fault(0.15, `the outline skips a level before "${skipped[0]?.text.slice(0, 40)}"`);
  if (facts.headings.some((heading) => heading.text === "")) fault(0.1, "an empty heading");
  const perSection = words / Math.max(1, facts.headings.length);
  if (words > 300 && perSection > 350) fault(0.35, `${Math.round(perSection)} words a heading`);
  if (words > 600 && facts.counts.lists + facts.counts.tables === 0) fault(0.2, "no list or table in a long text");
  const shape = `${facts.headings.length} headings, ${facts.counts.lists} lists, ${facts.counts.tables} tables`;
  return found(value, problems.length === 0 ? `${shape}.` : `${shape}; ${problems.join("; ")}.`);
}
