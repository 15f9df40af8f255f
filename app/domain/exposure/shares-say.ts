/** How the shares of duties make up the role's time. */
export type SharesSay = "no-duties" | "none-stated" | "rest-divided" | "rest-usual" | "all-stated";

/** The sum of the stated shares, and what becomes of the rest; one share a duty, null where none is stated. */
export function sharesSay(shares: readonly (number | null)[]): { readonly stated: number; readonly says: SharesSay } {
  const stated = shares.reduce((sum: number, share) => sum + (share ?? 0), 0);
  return { stated, says: saysOf(shares, stated) };
}

function saysOf(shares: readonly (number | null)[], stated: number): SharesSay {
  if (shares.length === 0) return "no-duties";
  if (stated === 0) return "none-stated";
  if (stated >= 0.995) return "all-stated";
  return shares.includes(null) ? "rest-divided" : "rest-usual";
}
