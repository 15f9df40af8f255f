import type { Evidence } from "./evidence.ts";

/** Fewer organizations than this in a cell could be recognised by each other. */
export const leastOrganizations = 5;

/**
 * The outcomes that may inform `organization`: all of its own, and of others only measured ones of organizations that share, and
 * only where at least five of those have outcomes of that action. An organization that does not share learns from itself alone.
 */
export function pool(
  evidence: readonly Evidence[],
  organization: string,
  sharing: ReadonlySet<string>,
): readonly Evidence[] {
  const own = evidence.filter((each) => each.organization === organization);
  if (!sharing.has(organization)) return own;
  const others = evidence.filter(
    (each) => each.organization !== organization && each.basis === "measured" && sharing.has(each.organization),
  );
  const counts = new Map<string, Set<string>>();
  for (const each of others) {
    counts.set(each.interventionId, (counts.get(each.interventionId) ?? new Set()).add(each.organization));
  }
  return [...own, ...others.filter((each) => (counts.get(each.interventionId)?.size ?? 0) >= leastOrganizations)];
}
