import { indexObjection } from "./checks/access.ts";
import type { PageContext } from "./checks/finding.ts";
import type { PageFacts } from "./page-facts.ts";
import { verdictOn } from "./read-robots.ts";
import type { CheckResult, EngineGate } from "./visibility-audit.ts";
import type { Engine } from "./visibility-pack.ts";

/**
 * Whether each engine can use a page at all. A closed gate makes 0; a refused live fetch, or text by script for an engine that
 * runs scripts, makes 0.5, because neither proves that the page is lost.
 */
export function engineGates(
  facts: PageFacts,
  context: PageContext,
  checks: readonly CheckResult[],
  engines: readonly Engine[],
): EngineGate[] {
  const text = checks.find((check) => check.id === "text-without-script");
  return engines.map((engine) => {
    const closedBy: string[] = [];
    const unknown: string[] = [];
    let eligibility = 1;
    if (context.robots === null) unknown.push("search-agents-allowed");
    else if (!verdictOn(context.robots, engine.searchAgent, facts.url).allowed) closedBy.push("search-agents-allowed");
    if (indexObjection(facts, engine) !== null) closedBy.push("indexable");
    if (text?.outcome === "fail") {
      if (engine.rendersScript) {
        unknown.push("text-without-script");
        eligibility = 0.5;
      } else closedBy.push("text-without-script");
    }
    const fetched = context.liveFetches?.find((each) => each.agent === engine.searchAgent);
    if (fetched === undefined) unknown.push("live-fetch");
    else if (fetched.status >= 400 || fetched.challenged || fetched.sameWords < 0.5) {
      unknown.push("live-fetch");
      eligibility = 0.5;
    }
    return { engine: engine.id, eligibility: closedBy.length > 0 ? 0 : eligibility, closedBy, unknown };
  });
}
