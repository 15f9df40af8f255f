import { catalogue } from "../catalogue.ts";

/** The letter that tells a member what changed in the duties of their organization. Plain text; it names no person. */
export const dutyLetterText = catalogue({
  subject: { one: "{count} duty of {organization} changed", other: "{count} duties of {organization} changed" },
  greeting: "Hello,",
  lead: {
    one: "since the last letter {count} change was found in the duties of {organization}:",
    other: "since the last letter {count} changes were found in the duties of {organization}:",
  },
  line: "- {duty} ({law}): {changes}. Why: {cause}.",
  more: { one: "and {count} more.", other: "and {count} more." },
  open: {
    one: "Besides, {count} duty that may apply changed; an answer decides whether it does.",
    other: "Besides, {count} duties that may apply changed; answers decide whether they do.",
  },
  coming: {
    one: "{count} duty changes by itself within the next 90 days.",
    other: "{count} duties change by themselves within the next 90 days.",
  },
  cause_pack: "our record of the law changed",
  cause_day: "the day came",
  cause_facts: "answers of your organization changed",
  interrupted: "Sending the letter of {date} was interrupted. If you did not get it: the page below has what it told.",
  see: "Everything with before and after: {link}",
  legal: "This is not legal advice.",
  why: "You get this letter because you asked for it. To end it, open {link}",
});
