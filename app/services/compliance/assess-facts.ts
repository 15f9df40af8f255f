import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Facts } from "#app/domain/compliance/facts.ts";
import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { recentlyUsed } from "#app/domain/kernel/recently-used.ts";
import { sha256 } from "../governance/record.server.ts";

/** Equal for equal facts, whatever the order in which they were answered and the ids that systems were given. */
export function hashOfFacts({ org, systems }: Facts): string {
  const described = systems?.map(({ name, facts }) => canonicalJson({ name, facts })).sort() ?? null;
  return sha256(canonicalJson({ org, systems: described }));
}

const recent = recentlyUsed<ComplianceAssessment>(48);

/**
 * The assessment of these facts on this day. An evaluation takes some 50 ms and is asked for by every page in turn, so the last
 * 48 are kept in memory; equal facts, day and pack give equal assessments, so nobody can tell.
 */
export function assessFacts(facts: Facts, pack: ObligationPack, asOf: IsoDate): ComplianceAssessment {
  // Findings name systems by their ids, so that two systems of one name must not be taken for each other.
  const key = `${pack.version} ${asOf} ${sha256(canonicalJson(facts))}`;
  const before = recent.get(key);
  if (before !== undefined) return before;
  const assessment = assessCompliance(facts, pack, asOf);
  recent.set(key, assessment);
  return assessment;
}
