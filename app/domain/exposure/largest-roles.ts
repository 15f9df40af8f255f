type Measured = { readonly payroll: number | null; readonly hours: number };

/** Roles of which a picture can be made: by payroll, or by hours where pay is known for less than half of them. */
export type LargestRoles<Role> = {
  readonly byPay: boolean;
  /** Largest first. */
  readonly roles: readonly Role[];
  /** Left out because their pay is not known. */
  readonly unpaid: number;
  /** Left out because they are smaller than those shown. */
  readonly smaller: number;
};

/** More marks than these are a cloud, in which nobody finds a role. */
const mostDrawn = 80;

export function largestRoles<Role extends Measured>(all: readonly Role[], most = mostDrawn): LargestRoles<Role> {
  const paid = all.filter(({ payroll }) => payroll !== null);
  const byPay = paid.length > 0 && paid.length * 2 >= all.length;
  const known = byPay ? paid : all;
  const size = ({ payroll, hours }: Measured) => (byPay ? (payroll ?? 0) : hours);
  const roles = [...known].sort((a, b) => size(b) - size(a)).slice(0, most);
  return { byPay, roles, unpaid: all.length - known.length, smaller: known.length - roles.length };
}
