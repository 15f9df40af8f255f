import { estimate } from "../kernel/estimate.ts";
import { meanEligibility } from "./audit-page.ts";
import { quality } from "./score-checks.ts";
import type { CheckResult, EngineGate, PageAudit, SiteFix } from "./visibility-audit.ts";
import type { CheckDefinition, Effort, EvidenceGrade, VisibilityPack } from "./visibility-pack.ts";

const hours: Readonly<Record<Effort, number>> = { minutes: 1, hours: 4, days: 16, weeks: 60 };
const trust: Readonly<Record<EvidenceGrade, number>> = { strong: 1, moderate: 0.6, weak: 0.3, folklore: 0 };
/** What of the score's change may be hoped for where the evidence is contested. */
const contestedFloor = 0;

/**
 * Fixes of a site, best first: the change of the site score in points if the check passed on every page it fails now, weighed by
 * how well its effect is known and by effort; a closed gate comes before everything else. The range runs from half the change
 * (from nothing where the evidence is contested) to the change with the check's weight moved up by half.
 */
export function rankFixes(audits: readonly PageAudit[], pack: VisibilityPack): SiteFix[] {
  const fixes: SiteFix[] = [];
  for (const definition of pack.checks) {
    if (definition.weight + definition.penalty === 0) continue;
    const touched = audits.flatMap((audit) => {
      const check = audit.checks.find((each) => each.id === definition.id);
      return check?.outcome === "fail" || check?.outcome === "warn" ? [{ audit, check }] : [];
    });
    if (touched.length === 0) continue;
    fixes.push(fixFor(definition, touched, audits.length, pack));
  }
  const urgency = (fix: SiteFix) => (fix.effect.value * trust[fix.evidenceGrade]) / Math.sqrt(hours[fix.effort]);
  return fixes.sort((a, b) => Number(b.gate) - Number(a.gate) || urgency(b) - urgency(a));
}

type Touched = { readonly audit: PageAudit; readonly check: CheckResult };

function fixFor(
  definition: CheckDefinition,
  touched: readonly Touched[],
  pages: number,
  pack: VisibilityPack,
): SiteFix {
  const gain = (factor: number) =>
    touched.reduce((sum, { audit }) => sum + pageGain(audit, definition.id, factor), 0) / pages;
  const value = gain(1);
  const low = definition.contested ? contestedFloor : value / 2;
  const diff = definition.id === "search-agents-allowed" ? robotsDiff(touched, pages, pack) : pageDiffs(touched);
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

/** Lines for robots.txt, one group an agent: the paths it is kept from, or the root where that is every page. */
function robotsDiff(touched: readonly Touched[], pages: number, pack: VisibilityPack): string | null {
  const groups = pack.engines.flatMap((engine) => {
    const closed = touched.filter(({ audit }) =>
      audit.engines.some((gate) => gate.engine === engine.id && gate.closedBy.includes("search-agents-allowed")),
    );
    if (closed.length === 0) return [];
    const paths = closed.length === pages ? ["/"] : closed.slice(0, 20).map(({ audit }) => pathOf(audit.url));
    return [[`+ User-agent: ${engine.searchAgent}`, ...paths.map((path) => `+ Allow: ${path}`)].join("\n")];
  });
  return groups.length === 0 ? null : groups.join("\n\n");
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

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
