import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
};

/** Every rule of WCAG 2.2 AA and of good practice, those alone that a change of colours can break, or the others. */
export type Rules = "every rule" | "colours" | "all but colours";

const ofColours = ["color-contrast", "link-in-text-block"];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function optionsFor(rules: Rules) {
  // What passes is not gathered: nobody looks at it.
  const resultTypes = ["violations"];
  if (rules === "colours") return { resultTypes, runOnly: { type: "rule", values: ofColours } };
  const off = rules === "every rule" ? [] : ofColours;
  return {
    resultTypes,
    runOnly: { type: "tag", values: tags },
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
  };
}

/**
 * Puts axe into every document that the page opens from now on. The browser does it, so the page's content security policy does
 * not stand in the way.
 */
export async function readByAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axe });
}

/** What axe finds on the page as it stands, one line a place. After `readByAxe`. */
export async function violationsOf(page: Page, rules: Rules = "every rule"): Promise<string[]> {
  const violations = await page.evaluate(async (options) => {
    const run = (
      globalThis as unknown as { axe: { run(root: unknown, options: unknown): Promise<{ violations: Violation[] }> } }
    ).axe.run;
    return (await run(document, options)).violations;
  }, optionsFor(rules));
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${new URL(page.url()).pathname} ${violation.id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`,
    ),
  );
}
