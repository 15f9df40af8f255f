import { textOf } from "#app/strings/catalogue.ts";
import { accountMailsText } from "#app/strings/en/account-mails.ts";
import type { AccountMails } from "../ports/identity.ts";
import type { Mail } from "../ports/mailer.ts";

const t = textOf(accountMailsText, "en");

function letter(to: string, subject: string, paragraphs: readonly string[]): Mail {
  return { to, subject, text: `${paragraphs.join("\n\n")}\n` };
}

/** The letters of accounts. Their links start with `origin`, never with what a request said of its host. */
export function accountMails(origin: string): AccountMails {
  const link = (path: string, query: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(query).toString();
    return `${origin}${path}${search === "" ? "" : `?${search}`}`;
  };
  return {
    confirmAddress({ email, name }, token, keep) {
      const at = link("/verify", { token, ...(keep === null ? {} : { keep }) });
      return letter(email, t("confirmSubject"), [t("greeting", { name }), t("confirm"), at, t("confirmWhy")]);
    },
    alreadyHasAccount({ email, name }) {
      const paragraphs = [
        t("greeting", { name }),
        t("taken"),
        link("/sign-in"),
        t("takenWhy", { link: link("/reset") }),
      ];
      return letter(email, t("takenSubject"), paragraphs);
    },
    resetPassword({ email, name }, token) {
      const at = link("/reset/new", { token });
      return letter(email, t("resetSubject"), [t("greeting", { name }), t("reset"), at, t("resetWhy")]);
    },
  };
}

export type InvitationMail = {
  readonly to: string;
  readonly inviter: string;
  readonly organization: string;
  readonly role: string;
  readonly token: string;
};

export function invitationMail(origin: string, { to, inviter, organization, role, token }: InvitationMail): Mail {
  return letter(to, t("inviteSubject", { inviter, organization }), [
    t("greetingAll"),
    t("invite", { inviter, organization, role }),
    `${origin}/accept-invite/${token}`,
    t("inviteWhy"),
  ]);
}
