import type { PageFacts } from "./page-facts.ts";
import type { Robots } from "./read-robots.ts";

/** What a site states about the use of its content. `contradicts` when it asks not to be used in answers. */
export type UsageStatement = {
  readonly standard: "Content-Signal" | "AIPREF Content-Usage" | "RSL licence" | "noai meta";
  readonly text: string;
  readonly contradicts: boolean;
};

/** Content-Signal, AIPREF Content-Usage, RSL and noai, wherever robots.txt or the page states them. None of them has weight. */
export function usagePreferences(robots: Robots | null, facts: PageFacts | null): UsageStatement[] {
  const found: UsageStatement[] = [];
  const fields = robots === null ? [] : [...robots.loose, ...robots.groups.flatMap((group) => group.others)];
  for (const { field, value } of fields) {
    if (field === "content-signal") {
      const contradicts = /\b(?:ai-input|search)\s*=\s*no\b/i.test(value);
      const note = contradicts
        ? " This asks engines not to use the pages in answers, which contradicts being found."
        : "";
      found.push({
        standard: "Content-Signal",
        text: `robots.txt states Content-Signal: ${value}.${note}`,
        contradicts,
      });
    } else if (field === "content-usage") {
      const contradicts = refusesSearch(value);
      found.push({
        standard: "AIPREF Content-Usage",
        text: `robots.txt states Content-Usage: ${value} (a draft).`,
        contradicts,
      });
    } else if (field === "license" && /^https?:\/\//i.test(value)) {
      found.push({ standard: "RSL licence", text: `robots.txt names a licence: ${value}.`, contradicts: false });
    }
  }
  if (facts !== null && facts.usage.contentUsage !== null) {
    const value = facts.usage.contentUsage;
    found.push({
      standard: "AIPREF Content-Usage",
      text: `The page's header states Content-Usage: ${value} (a draft).`,
      contradicts: refusesSearch(value),
    });
  }
  for (const licence of facts?.usage.licences ?? []) {
    found.push({ standard: "RSL licence", text: `The page names a licence: ${licence}.`, contradicts: false });
  }
  const noai = facts?.robots.find((meta) => /\bnoai\b|\bnoimageai\b/i.test(meta.content));
  if (noai !== undefined) {
    found.push({
      standard: "noai meta",
      text: `The page says ${noai.content}; no search vendor documents support.`,
      contradicts: false,
    });
  }
  return found;
}

function refusesSearch(value: string): boolean {
  return /\bsearch\s*=\s*n\b/i.test(value);
}
