import { canonicalJson } from "../kernel/canonical.ts";
import type { ExposureInput } from "./exposure-input.ts";

/** Raised when results say more than before, so that those kept without it are told as out of date. */
const form = "2";

/**
 * A text that is equal for inputs that give the same figures with facts of these versions. Day, ids and order are left out: a result
 * does not become another one overnight, nor in a copy of the organization.
 */
export function inputDescription(
  { asOf: _, apart: __, roles, ...rest }: ExposureInput,
  ...versions: readonly string[]
): string {
  const described = roles.map(({ id: ___, ...role }) => canonicalJson(role)).sort();
  return canonicalJson({ ...rest, roles: described, form, versions });
}
