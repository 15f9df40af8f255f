import type { Result } from "#app/domain/kernel/result.ts";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** An address that ends letters of this kind by one POST without a page (RFC 8058), and offers a button to who opens it. */
  readonly unsubscribe?: string;
};

export type MailFailure = { readonly kind: "mail-failed"; readonly retry: boolean };

/** Sends one mail. Call it from a job: a mail server may take seconds. */
export interface Mailer {
  /** False when mails are only kept to be looked at on this machine. */
  readonly delivers: boolean;
  send(mail: Mail): Promise<Result<void, MailFailure>>;
}
