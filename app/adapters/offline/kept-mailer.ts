import { ok } from "#app/domain/kernel/result.ts";
import type { Mail, Mailer } from "#app/services/ports/mailer.ts";

/** A mailer that hands every mail to `keep`, to be looked at on this machine; nothing leaves it. */
export function keptMailer(keep: (mail: Mail) => Promise<void>): Mailer {
  return {
    delivers: false,
    async send(mail) {
      await keep(mail);
      return ok(undefined);
    },
  };
}
