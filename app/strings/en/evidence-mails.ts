import { catalogue } from "../catalogue.ts";

/** The letter that reminds of evidence which ends soon. Plain text. */
export const evidenceMailsText = catalogue({
  greeting: "Hello {name},",
  endingSubject: {
    one: "{count} piece of evidence of {organization} ends soon",
    other: "{count} pieces of evidence of {organization} end soon",
  },
  ending: "You added this evidence. After its last day it no longer counts, and the control needs newer evidence:",
  endingItem: "{name} ({control}), last day {date}",
  endingWhere: "See the controls and add what replaces it:",
});
