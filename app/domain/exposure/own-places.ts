import type { RoleExposure } from "./exposure-assessment.ts";

/** Roles of the organization that are an occupation already: where a way forward leads inside the house. */
export type OwnPlaces = {
  readonly roles: readonly { readonly id: string; readonly title: string }[];
  /** People in them; null where they are too few for this person to see. */
  readonly heads: number | null;
  /** Relative difference of the organization's own pay per head; null where either is not known or may not be seen. */
  readonly payChange: number | null;
};

/**
 * The roles with this occupation, confirmed or recognised with confidence, against the role that people would come from. Null
 * when the organization has none. `hidden` holds places of roles that this person may not see: they are counted in nothing.
 */
export function ownPlaces(
  onet: string,
  from: RoleExposure,
  roles: readonly RoleExposure[],
  hidden: ReadonlySet<number>,
): OwnPlaces | null {
  const same = roles
    .map((role, at) => ({ role, hidden: hidden.has(at) }))
    .filter(({ role }) => role.id !== from.id && role.match?.onet === onet)
    .filter(({ role }) => role.state === "confirmed" || role.state === "matched");
  if (same.length === 0) return null;
  const seen = same.flatMap((each) => (each.hidden ? [] : [each.role]));
  const named = same.map(({ role: { id, title } }) => ({ id, title }));
  if (seen.length < same.length) return { roles: named, heads: null, payChange: null };
  const before = payOf([from]);
  const after = payOf(seen);
  return {
    roles: named,
    heads: seen.reduce((sum, { headcount }) => sum + headcount, 0),
    payChange: before === null || after === null ? null : after / before - 1,
  };
}

/** Pay of one head over roles whose pay is known, in the assessment's currency. */
function payOf(roles: readonly RoleExposure[]): number | null {
  const paid = roles.filter(({ payroll }) => payroll !== null);
  const heads = paid.reduce((sum, { headcount }) => sum + headcount, 0);
  const payroll = paid.reduce((sum, role) => sum + (role.payroll ?? 0), 0);
  return heads === 0 || payroll === 0 ? null : payroll / heads;
}
