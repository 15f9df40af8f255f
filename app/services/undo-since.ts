/** Days in which what was removed can be brought back. */
const undoDays = 30;

/** The moment after which a removal can still be undone. */
export function undoSince(now: Date): Date {
  return new Date(now.getTime() - undoDays * 86_400_000);
}
