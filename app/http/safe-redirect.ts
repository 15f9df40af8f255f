/** `to` when it is a path of our own, else `otherwise`. Refuses `//host`, `/\host`, schemes and control characters. */
export function safeRedirect(to: string | null | undefined, otherwise: string): string {
  if (!to || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(to)) return otherwise;
  return to;
}
