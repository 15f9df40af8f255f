import type { IsoDate } from "../kernel/iso-date.ts";
import { checkers } from "./checks/checks.ts";
import type { CheckInput, Finding, PageContext } from "./checks/finding.ts";
import { engineGates } from "./engine-gates.ts";
import type { PageFacts } from "./page-facts.ts";
import { pageRole } from "./page-role.ts";
import { onBestEvidence, quality, scoreWithRange, weighing } from "./score-checks.ts";
import type { CheckResult, EngineGate, PageAudit } from "./visibility-audit.ts";
import type { CheckDefinition, VisibilityPack } from "./visibility-pack.ts";

/** What is known of a page that only its HTML was given of. */
export function nothingMeasured(asOf: IsoDate): PageContext {
  return {
    asOf,
    robots: null,
    liveFetches: null,
    inSitemap: null,
    linkedFrom: null,
    redirects: null,
    responseMs: null,
    renderedWords: null,
    sitemapDate: null,
    compressionRatio: null,
  };
}

/** Makes every check of the pack on one page. Its score is the mean over engines of quality times eligibility. */
export function auditPage(facts: PageFacts, context: PageContext, pack: VisibilityPack): PageAudit {
  const role = pageRole(facts);
  const { engines: known, stuffing, longWords } = pack;
  const input: CheckInput = { facts, role, context, engines: known, stuffing, longWords };
  const checks = pack.checks.map((definition) => made(definition, checkers[definition.id]?.(input)));
  const engines = engineGates(facts, context, checks, pack.engines);
  const open = meanEligibility(engines);
  const ids = weighing(checks);
  return {
    url: facts.url,
    role,
    score: scoreWithRange(ids, (moved, factor) => open * quality(checks, moved, factor)),
    quality: scoreWithRange(ids, (moved, factor) => quality(checks, moved, factor)),
    qualityBestEvidence: quality(onBestEvidence(checks)),
    checks,
    engines,
    facts,
  };
}

export function meanEligibility(engines: readonly EngineGate[]): number {
  if (engines.length === 0) return 0;
  return engines.reduce((sum, engine) => sum + engine.eligibility, 0) / engines.length;
}

function made(definition: CheckDefinition, finding: Finding | undefined): CheckResult {
  if (finding === undefined) throw new Error(`no checker for ${definition.id}`);
  return {
    id: definition.id,
    title: definition.title,
    outcome: finding.outcome,
    measured: finding.measured,
    value: finding.value,
    evidence: finding.evidence,
    weight: definition.weight,
    penalty: definition.penalty,
    evidenceGrade: definition.grade,
    effect: definition.effect,
    gate: definition.gate,
    effort: definition.effort,
    fix:
      finding.outcome === "warn" || finding.outcome === "fail" || definition.grade === "folklore"
        ? definition.fix
        : null,
    diff: finding.diff ?? null,
    ...(finding.measures === undefined ? {} : { measures: finding.measures }),
  };
}
