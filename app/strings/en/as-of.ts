import { catalogue } from "../catalogue.ts";

/** The day for which duties are worked out. */
export const asOfText = catalogue({
  title: "What applies on another day",
  label: "What applies on",
  show: "Show",
  today: "Today",
  days: "Days on which something changes",
  before: "The day before this one: {date}",
  day: { one: "{date} ({count} duty)", other: "{date} ({count} duties)" },
  slider: "Move to a day on which something changes",
  sliderToday: "{date}, today",
  future:
    "This is {date}, a day to come, worked out with today's answers and today's record of the law. Both will have moved on by then. It is not kept as your assessment.",
  past: {
    zero: "This is {date}, a past day, worked out with today's answers and today's record of the law. It is not kept as your assessment.",
    one: "This is {date}, a past day, worked out with today's answers and today's record of the law. For {count} duty our records do not say since when it binds. It is not kept as your assessment.",
    other:
      "This is {date}, a past day, worked out with today's answers and today's record of the law. For {count} duties our records do not say since when they bind. It is not kept as your assessment.",
  },
  beforeRecords: "Our records of the law begin on {begin}. What applied on {date} is not in them.",
});
