import { canonicalJson } from "../kernel/canonical.ts";
import type { ExposureInput } from "./exposure-input.ts";

/**
 * A text that is equal for inputs that give the same figures with facts of these versions. Day, ids and order are left out: a result
 * does not become another one overnight, nor in a copy of the organization.
 */
export function inputDescription({ asOf: _, roles, ...rest }: ExposureInput, ...versions: readonly string[]): string {
  const described = roles.map(({ id: __, ...role }) => canonicalJson(role)).sort();
  return canonicalJson({ ...rest, roles: described, versions });
}
