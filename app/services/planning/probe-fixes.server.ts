import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { probeFixes } from "#app/domain/visibility/probe-fixes.ts";
import type { SiteFix, VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import { countWrongClaims } from "#db/repositories/experiments.server.ts";
import { countNamed } from "#db/repositories/probes.server.ts";
import type { Deps } from "../deps.ts";

const newestDays = 28;

/** What engines' answers of the newest weeks give the plan to do. */
export async function loadProbeFixes(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  organizationId: OrganizationId,
): Promise<SiteFix[]> {
  const since = new Date(deps.now().getTime() - newestDays * 86_400_000);
  const [wrongClaims, { complete, named }] = await Promise.all([
    countWrongClaims(deps.db, organizationId),
    countNamed(deps.db, organizationId, since),
  ]);
  return probeFixes({ wrongClaims, complete, named }, deps.knowledge.visibility.probes.planFixes);
}

const made = new WeakMap<VisibilityAudit, { readonly key: string; readonly audit: VisibilityAudit }>();

/** The audit with those fixes beside its own; the same for the same fixes, so that what was worked out from it can be kept. */
export function withProbeFixes(audit: VisibilityAudit | null, fixes: readonly SiteFix[]): VisibilityAudit | null {
  if (audit === null || fixes.length === 0) return audit;
  const key = JSON.stringify(fixes);
  const before = made.get(audit);
  if (before?.key === key) return before.audit;
  const joined = { ...audit, fixes: [...audit.fixes, ...fixes] };
  made.set(audit, { key, audit: joined });
  return joined;
}
