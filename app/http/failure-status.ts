const statuses: Readonly<Record<string, number>> = {
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "over-limit": 402,
  "too-many": 429,
  "too-large": 413,
  unavailable: 503,
  "billing-unavailable": 503,
};

/** The HTTP status of a failure. A kind that is not listed is something the person can mend: 422. */
export function failureStatus(failure: { readonly kind: string }): number {
  return statuses[failure.kind] ?? 422;
}
