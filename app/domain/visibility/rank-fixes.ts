import { estimate } from "../kernel/estimate.ts";
import { meanEligibility } from "./audit-page.ts";
import { draftRobots } from "./draft-robots.ts";
import { pathOf } from "./path-of.ts";
import type { Robots } from "./read-robots.ts";
import { quality } from "./score-checks.ts";
import type { SiteFinding } from "./site/site-finding.ts";
import type { CheckResult, EngineGate, PageAudit, SiteFix } from "./visibility-audit.ts";
import type { CheckDefinition, Effort, EvidenceGrade, VisibilityPack } from "./visibility-pack.ts";

const hours: Readonly<Record<Effort, number>> = { minutes: 1, hours: 4, days: 16, weeks: 60 };
const trust: Readonly<Record<EvidenceGrade, number>> = { strong: 1, moderate: 0.6, weak: 0.3, folklore: 0 };
/** What of the score's change may be hoped for where the evidence is contested. */
const contestedFloor = 0;

type Site = {
  readonly pack: VisibilityPack;
  /** The file that the pages were judged by; null where none was read. */
  readonly robots: Robots | null;
  /** What was found across pages. */
  readonly findings: readonly SiteFinding[];
};

/**
 * Fixes of a site, best first: the change of the site score in points if the check passed on every page it fails now, weighed by
 * how well its effect is known and by effort; a closed gate comes before everything else. The range runs from half the change
 * (from nothing where the evidence is contested) to the change with the check's weight moved up by half. What was found across
 * pages has its fix too, worth no points of the score where every page by itself passes.
 */
export function rankFixes(audits: readonly PageAudit[], site: Site): SiteFix[] {
  const fixes: SiteFix[] = [];
  for (const definition of site.pack.checks) {
    if (definition.weight + definition.penalty === 0) continue;
    const touched = audits.flatMap((audit) => {
      const check = audit.checks.find((each) => each.id === definition.id);
      return check?.outcome === "fail" || check?.outcome === "warn" ? [{ audit, check }] : [];
    });
    const across = audits.length > 0 && site.findings.some(({ check }) => check === definition.id);
    if (touched.length === 0 && !across) continue;
    fixes.push(fixFor(definition, touched, audits.length, site));
  }
  const urgency = (fix: SiteFix) => (fix.effect.value * trust[fix.evidenceGrade]) / Math.sqrt(hours[fix.effort]);
  return fixes.sort((a, b) => Number(b.gate) - Number(a.gate) || urgency(b) - urgency(a));
}

type Touched = { readonly audit: PageAudit; readonly check: CheckResult };

function fixFor(definition: CheckDefinition, touched: readonly Touched[], pages: number, site: Site): SiteFix {
  const gain = (factor: number) =>
    touched.reduce((sum, { audit }) => sum + pageGain(audit, definition.id, factor), 0) / pages;
  const value = gain(1);
  const low = definition.contested ? contestedFloor : value / 2;
  const diff = definition.id === "search-agents-allowed" ? robotsDiff(touched, site) : pageDiffs(touched);
  const gate =
    definition.gate &&
    touched.some(({ audit }) => audit.engines.some((engine) => engine.closedBy.includes(definition.id)));
  return {
    id: definition.id,
    check: definition.id,
    title: definition.title,
    text: definition.fix,
    diff,
    pages: touched.map(({ audit }) => audit.url),
    effect: estimate(value, low, Math.max(value, gain(1.5))),
    effort: definition.effort,
    evidenceGrade: definition.grade,
    gate,
  };
}

/** The changes page by page, as far as they could be written; ten at most. */
function pageDiffs(touched: readonly Touched[]): string | null {
  const diffs = touched.flatMap(({ audit, check }) =>
    check.diff === null ? [] : [`${pathOf(audit.url)}\n${check.diff}`],
  );
  return diffs.length === 0 ? null : [...new Set(diffs)].slice(0, 10).join("\n\n");
}

/** Lines of robots.txt that let in the agents of the engines that it keeps out; null where no file was read. */
function robotsDiff(touched: readonly Touched[], { pack, robots }: Site): string | null {
  const pages = touched.map(({ audit }) => audit.url);
  return robots === null
    ? null
    : draftRobots(
        robots,
        pack.engines.map(({ searchAgent }) => ({ agent: searchAgent, pages })),
      );
}

/** Points that a page would gain if the check were met, gate opened. */
function pageGain(audit: PageAudit, id: string, factor: number): number {
  const met = audit.checks.map((check) => (check.id === id ? { ...check, value: 1 } : check));
  const before = meanEligibility(audit.engines) * quality(audit.checks, id, factor);
  return Math.max(
    0,
    meanEligibility(audit.engines.map((gate) => opened(gate, id))) * quality(met, id, factor) - before,
  );
}

function opened(gate: EngineGate, id: string): EngineGate {
  const closedBy = gate.closedBy.filter((each) => each !== id);
  const doubted = gate.unknown.includes(id) && gate.eligibility === 0.5;
  if (closedBy.length > 0) return gate;
  return { ...gate, closedBy, eligibility: gate.closedBy.length > 0 || doubted ? 1 : gate.eligibility };
}
