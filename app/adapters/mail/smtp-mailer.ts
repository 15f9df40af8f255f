import { createTransport } from "nodemailer";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { Mailer } from "#app/services/ports/mailer.ts";

export type SmtpOptions = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Of connecting, greeting and each answer. */
  readonly timeoutMs?: number;
};

/** A line break or a second address in a header would let somebody write headers or recipients of his own. */
export function isOneAddress(address: string): boolean {
  return address.length <= 320 && /^[^\s,;<>"()]+@[^\s,;<>"()@]+$/.test(address);
}

function isTemporary(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code !== "number" || (code >= 400 && code < 500);
}

/** What mail programs make a button of: they end letters by one POST where the address is safe from being read on its way. */
function unsubscribeHeaders(unsubscribe: string | undefined): { headers?: Record<string, string> } {
  if (unsubscribe === undefined) return {};
  const headers: Record<string, string> = { "List-Unsubscribe": `<${unsubscribe}>` };
  if (unsubscribe.startsWith("https:")) headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  return { headers };
}

/** Mail by any SMTP server. Files and addresses of the web are never read into a mail. */
export function smtpMailer({ smtpUrl, from, timeoutMs = 10_000 }: SmtpOptions): Mailer {
  const transport = createTransport(smtpUrl, {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  } as Parameters<typeof createTransport>[1]);

  return {
    delivers: true,
    async send({ to, subject, text, html, unsubscribe }) {
      if (!isOneAddress(to)) return fail({ kind: "mail-failed", retry: false });
      const line = subject.replace(/[\r\n]+/g, " ");
      try {
        const body = { text, ...(html === undefined ? {} : { html }) };
        await transport.sendMail({ to, subject: line, ...body, ...unsubscribeHeaders(unsubscribe) });
        return ok(undefined);
      } catch (error) {
        return fail({ kind: "mail-failed", retry: isTemporary(error) });
      }
    },
  };
}
