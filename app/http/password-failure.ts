import type { WeakPassword } from "#app/domain/tenancy/password.ts";
import type { PasswordRefused, TooMany } from "#app/services/ports/identity.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { accountsText } from "#app/strings/en/accounts.ts";

const t = textOf(accountsText, "en");

const words: Readonly<Record<WeakPassword, string>> = {
  "too-short": t("weakTooShort"),
  "too-long": t("weakTooLong"),
  guessable: t("weakGuessable"),
};

/** What a form says beside `field` when a password was refused, or of itself after too many tries. */
export function passwordFailure(failure: PasswordRefused | TooMany, field: string): Record<string, string[]> {
  if (failure.kind === "weak-password") return { [field]: [words[failure.because]] };
  return { form: [t("tooMany", { minutes: Math.ceil(failure.retryAfterSeconds / 60) })] };
}
