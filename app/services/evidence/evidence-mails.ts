import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { evidenceMailsText } from "#app/strings/en/evidence-mails.ts";
import type { Mail } from "../ports/mailer.ts";

type Ending = {
  readonly to: string;
  readonly person: string;
  readonly organization: string;
  readonly slug: string;
  readonly items: readonly { readonly name: string; readonly control: string; readonly expires: IsoDate | null }[];
};

const t = textOf(evidenceMailsText, "en");

/** Reminds of evidence that ends soon. Its link starts with `origin`. */
export function endingMail(origin: string, { to, person, organization, slug, items }: Ending): Mail {
  const lines = items.map(
    ({ name, control, expires }) => `- ${t("endingItem", { name, control, date: expires ?? "" })}`,
  );
  const paragraphs = [
    t("greeting", { name: person }),
    t("ending"),
    lines.join("\n"),
    t("endingWhere"),
    `${origin}/o/${slug}/compliance/controls`,
  ];
  return {
    to,
    subject: t("endingSubject", { count: items.length, organization }),
    text: `${paragraphs.join("\n\n")}\n`,
  };
}
