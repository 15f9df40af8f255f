import { catalogue } from "../catalogue.ts";
import { overviewText } from "./overview.ts";

/** Reports, on screen and on paper. They say the sentences of the overview too. */
export const reportText = catalogue({
  ...overviewText,

  summaryReadiness:
    "Readiness to {decision} stands at {score} of 100, between {low} and {high} with 80% probability. The chance that every pillar reaches its target today is {chance}.",
  summaryExposure:
    "AI is relevant to {share} of working hours (80% interval {low} to {high}): {automatable} could be done by a system while a person checks exceptions, {augmentable} could go faster with one. This says what AI can do with tasks, not what becomes of people.",
  summaryUnconfirmed: {
    one: "For {count} role nobody has confirmed the occupation yet; its figures may move.",
    other: "For {count} roles nobody has confirmed the occupation yet; their figures may move.",
  },
  summaryDuties: "Duties in force: {inForce}; with a date to come: {upcoming}.",
  summaryUndecided: {
    one: "{count} more duty may apply; {questions} open questions decide.",
    other: "{count} more duties may apply; {questions} open questions decide.",
  },
  summaryVisibility: {
    other: "The website is readable for AI search at {score} of 100, over {pages} audited pages.",
    one: "The website is readable for AI search at {score} of 100.",
  },
  summaryPlan: {
    one: "Plan version {number} has {count} action for {hours} hours and {cost}, done by {finish}.",
    other: "Plan version {number} has {count} actions for {hours} hours and {cost}, the last done by {finish}.",
  },

  reportsAnswer: { zero: "No report yet", one: "{count} report", other: "{count} reports" },
  reportsLead:
    "A report keeps what was known on its day: figures, sources and versions. It does not change afterwards.",
  reportsEmpty: "A report puts the assessments and the plan on paper, with sources and dates.",
  reportsEmptyBut: "Assess something first: a report of nothing helps nobody.",
  reportOf: "Report of {date}",
  status: "State",
  statusQueued: "being printed",
  statusReady: "ready",
  statusFailed: "printing failed",
  madeOn: "Made",
  headline: "Answer",
  pdf: "PDF",
  print: "Print this page",
  pdfPending:
    "The PDF is being made, and its button appears here by itself. You can read on: this page shows the same.",
  pdfFailed: "The PDF could not be made: {because}. This page shows the same and can be printed.",

  reportTitle: "Readiness report",
  preparedFor: "{organization}, as of {date}",
  summaryTitle: "Summary",
  drafted: "Drafted by {model} from the figures in this report, and checked against them. Edit before you rely on it.",
  strengthsTitle: "Strengths",
  blockersTitle: "Blockers",
  actionsTitle: "First actions",
  noStrengths: "No pillar is above its target yet.",
  noBlockersLong: "None of the blockers that force a “not yet” was found.",
  noActions: "There is no plan yet.",
  unblock: "To clear it: {unblock}",
  ownerUsually: "Usually: {owner}",
  action: "Action",
  owner: "Owner",
  by: "Done by",
  cost: "Cost",
  hours: "Hours",
  worth: "Worth a month",
  moreActions: { one: "{count} more action stands in the plan.", other: "{count} more actions stand in the plan." },
  mustBy: "must be done by {date}",
  exposureTitle: "Work and exposure",
  exposureNote:
    "Shares of working hours with 80% intervals, as central estimates over several label sources. Exposure says what AI can do with tasks; it is no forecast of jobs.",
  role: "Role",
  heads: "Heads",
  exposed: "Exposed",
  automatable: "Automatable",
  augmentable: "Augmentable",
  payroll: "Payroll",
  dutiesPart: "Duties",
  law: "Law",
  state: "State",
  from: "From",
  visibilityPart: "AI search",
  visibilityNote:
    "Readiness to be found on {homepage}: what engines may read and what they find. It is not measured visibility.",
  fix: "Fix",
  effect: "Effect on the score",
  pages: "Pages",
  planPart: "Plan version {number}",
  changesPart: "What changed in it, and why",
  sourcesTitle: "Sources and versions",
  part: "Part",
  version: "Version",
  asOfDay: "As of",
  readinessPart: "Readiness",
  exposurePart: "Exposure",
  compliancePart: "Compliance",
  planPartShort: "Plan",
  generated:
    "Made with Groundwork. Figures come from the assessments named above and are the same on screen and on paper.",
  attributionOnet:
    "Exposure uses information from the O*NET 30.1 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), under CC BY 4.0, modified; USDOL/ETA has not approved or tested these changes.",
  attributionOthers:
    "Labels of task exposure: GPTs are GPTs (Eloundou and others), Microsoft's occupational implications of generative AI, and the Anthropic Economic Index; pay and employment: U.S. Bureau of Labor Statistics, OEWS May 2024.",
  legalNote:
    "This is information, not legal advice. Each duty says how it was checked; nobody opened the official texts for this pack. Have a qualified person confirm what you rely on.",
  not: "not measured",
});
