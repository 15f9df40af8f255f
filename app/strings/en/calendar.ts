import { catalogue } from "../catalogue.ts";

/** Dates on which duties begin, and the feed of them. */
export const calendarText = catalogue({
  calendarTitle: {
    zero: "No duty has a day still to come",
    one: "{count} day on which duties begin or may begin to bind",
    other: "{count} days on which duties begin or may begin to bind",
  },
  calendarNext: "The next that is sure is {date}: {law}. Days that hang on an answer are marked “if it applies”.",
  calendarNextOpen: "The next is {date}: {law}, if it applies.",
  download: "Download for your calendar",
  feedTitle: "Subscribe to all duties in a calendar program",
  ownFeedTitle: "Subscribe to the duties you answer for",
  ownFeedCount: {
    zero: "You answer for no duty yet: the calendar stays empty until somebody gives you one.",
    one: "You answer for {count} duty. Only its days stand in this calendar.",
    other: "You answer for {count} duties. Only their days stand in this calendar.",
  },
  feedAbout:
    "A secret address shows these days to whoever knows it, and to nobody else. It is shown once; making a new one ends the old.",
  feedCreate: "Make a secret address",
  feedRenew: "Make a new address",
  feedRevoke: "End the address",
  feedMade: "Copy this address into your calendar program now. It is not shown again.",
  feedSince: "An address has been in use since {date}.",
  uncertain: "if it applies",
});
