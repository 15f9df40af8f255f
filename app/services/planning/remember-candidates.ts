import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import { candidatesFor } from "#app/domain/planning/candidates.ts";
import type { PlanFacts } from "#app/domain/planning/facts.ts";
import type { InterventionPack } from "#app/domain/planning/intervention-pack.ts";
import type { CandidateAction } from "#app/domain/planning/plan.ts";

type Remembered = { readonly facts: PlanFacts; readonly rest: string; readonly candidates: readonly CandidateAction[] };

const newest = new WeakMap<object, Remembered>();

/**
 * The candidates of these facts. Working them out takes some 40 ms and several pages ask in turn, so the last ones of each
 * exposure result are kept as long as the result is; equal facts give equal candidates, so nobody can tell.
 */
export function candidatesOf(facts: PlanFacts, pack: InterventionPack): readonly CandidateAction[] {
  const { exposure, compliance, readiness, visibility, ...others } = facts;
  if (exposure === null) return candidatesFor(facts, pack);
  const rest = canonicalJson({ ...others, version: pack.version });
  const before = newest.get(exposure);
  if (
    before?.rest === rest &&
    before.facts.compliance === compliance &&
    before.facts.readiness === readiness &&
    before.facts.visibility === visibility
  )
    return before.candidates;
  const candidates = candidatesFor(facts, pack);
  newest.set(exposure, { facts, rest, candidates });
  return candidates;
}
