import { catalogue } from "../catalogue.ts";

/** One duty: its date, its rule and what would change it. */
export const obligationText = catalogue({
  dutyApplies: "Applies since {date}: {title}",
  dutyAppliesUndated: "Applies: {title}",
  dutyWillApply: "Applies from {date}: {title}",
  dutyWillApplyOpen: "Will apply, day not known yet: {title}",
  dutyMayApply: "May apply: {title}",
  dutyNotApplicable: "Does not apply: {title}",
  because: "Deciding facts",
  rule: "The whole rule, part by part",
  ruleFor: "For {system}",
  perSystem: "Dates, system by system",
  applies: "Applies",
  dateBecause: "Why from this day",
  dateRules: "The day depends on",
  penalty: "Penalty",
  note: "Note",
  due: "Due",
  sources: "Sources",
  reviewBy: "To be reviewed by {date}.",
  former: "Earlier wording",
  openPoints: "What is unsettled",
  covered: "Who is covered",
  answerQuestion: "Answer the open questions",
});
