import { type ChangeLine, changeLines } from "#app/domain/compliance/change-lines.ts";
import { titleOfChange } from "#app/domain/compliance/changed-duties.ts";
import { shortTitle } from "#app/domain/compliance/short-title.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { dutyChangesText } from "#app/strings/en/duty-changes.ts";
import { dutyLetterText } from "#app/strings/en/duty-letter.ts";
import { formatsFor } from "#app/strings/format.ts";
import { say } from "#app/strings/say.ts";
import type { KeptChange } from "#db/repositories/radar.server.ts";
import type { Mail } from "../ports/mailer.ts";

const t = textOf(dutyLetterText, "en");
const f = formatsFor("en-GB", "UTC");

/** Changes that a letter names; the page has all. */
const most = 12;

export type DutyLetter = {
  readonly to: string;
  readonly organization: string;
  readonly changes: readonly KeptChange[];
  readonly lawTitles: ReadonlyMap<string, string>;
  /** Duties that change by themselves within 90 days. */
  readonly coming: number;
  /** The day of a letter that may not have gone out, or null. */
  readonly interrupted: IsoDate | null;
  readonly page: string;
  readonly unsubscribe: string;
};

/** The letter, or null when no duty that applies changed: then nothing is sent. */
export function dutyLetter(about: DutyLetter): Mail | null {
  const { to, organization, changes, lawTitles, coming, interrupted, page, unsubscribe } = about;
  const sure = changes.filter((change) => change.sure);
  if (sure.length === 0) return null;
  const duties = new Set(sure.map(({ duty }) => duty)).size;
  const open = new Set(changes.filter((change) => !change.sure).map(({ duty }) => duty)).size;
  const lines = sure.slice(0, most).map((change) =>
    t("line", {
      duty: titleOfChange(change),
      law: shortTitle(lawTitles.get(change.instrument) ?? change.instrument),
      changes: changeLines(change).map(inWords).join("; "),
      cause: t(`cause_${change.cause.kind}`),
    }),
  );
  if (sure.length > most) lines.push(t("more", { count: sure.length - most }));
  const paragraphs = [
    t("greeting"),
    t("lead", { count: sure.length, organization: oneLine(organization) }),
    lines.join("\n"),
    open === 0 ? "" : t("open", { count: open }),
    coming === 0 ? "" : t("coming", { count: coming }),
    interrupted === null ? "" : t("interrupted", { date: f.date(interrupted) }),
    t("see", { link: page }),
    t("legal"),
    t("why", { link: unsubscribe }),
  ];
  const text = `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
  return { to, subject: oneLine(t("subject", { count: duties, organization })), text, unsubscribe };
}

function inWords(line: ChangeLine): string {
  return say(dutyChangesText, f, line);
}

/** A subject of one line, whatever an organization is called. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
