/** Why a password is refused. */
export type WeakPassword = "too-short" | "too-long" | "guessable";

/** Characters. The upper bound keeps hashing cheap; the lower one stands instead of rules about signs and digits. */
export const passwordLength = { least: 12, most: 128 } as const;

const runs = [
  "0123456789012345",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
];
const common = ["password", "passwort", "groundwork", "letmein", "welcome", "iloveyou", "administrator", "changeme"];

/** What is left of a password when everything somebody could guess is taken out. */
function unguessable(password: string, known: readonly string[]): string {
  let rest = password.toLowerCase();
  for (const word of [...known, ...common]) rest = rest.replaceAll(word, "");
  for (const run of runs) {
    const backwards = [...run].reverse().join("");
    for (let length = rest.length; length >= 4; length--) {
      for (let at = 0; at + length <= rest.length; at++) {
        const part = rest.slice(at, at + length);
        if (run.includes(part) || backwards.includes(part)) rest = rest.slice(0, at) + rest.slice(at + length);
      }
    }
  }
  return rest;
}

/**
 * The reason to refuse `password`, or null. Guessable is a password with fewer than five different characters, or with
 * fewer than six left without the person's name and address, keyboard runs and the words everybody tries.
 */
export function weakness(
  password: string,
  person: { readonly name: string; readonly email: string },
): WeakPassword | null {
  const length = [...password].length;
  if (length < passwordLength.least) return "too-short";
  if (length > passwordLength.most) return "too-long";
  const known = [...person.email.split(/[@.+_-]/), ...person.name.split(/\s+/)]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 4);
  const rest = unguessable(password, known);
  return rest.length < 6 || new Set(password.toLowerCase()).size < 5 ? "guessable" : null;
}
