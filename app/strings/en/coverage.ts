import { catalogue } from "../catalogue.ts";

/** What the packs of laws cover. */
export const coverageText = catalogue({
  title: "{laws} laws and standards with {duties} duties, from {places} places, are looked at",
  leadFresh:
    "No law is past its review. Each is counted from the packs themselves, the same that decide what applies to you.",
  leadDue: {
    one: "{count} law is past the day on which it was to be reviewed.",
    other: "{count} laws are past the day on which they were to be reviewed.",
  },
  caption: "Laws and standards",
  law: "Law or standard",
  place: "Place",
  status: "Status",
  duties: "Duties",
  checked: "Checked by text, summary, memory",
  checkedHow: "{text}, {summary}, {memory}",
  openPoints: "Open points",
  reviewBy: "Review by",
  due: "{date}, due",
});
