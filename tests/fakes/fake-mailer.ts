import { ok } from "#app/domain/kernel/result.ts";
import type { Mail, Mailer } from "#app/services/ports/mailer.ts";

/** Keeps what it is given, in order. */
export function fakeMailer(): Mailer & { readonly sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    delivers: true,
    sent,
    async send(mail) {
      sent.push(mail);
      return ok(undefined);
    },
  };
}
