import { catalogue } from "../catalogue.ts";

/** The matrix of laws and controls, and the gaps in their order. */
export const coverageText = catalogue({
  matrixTitle: "Evidence is reviewed for {shown} of {pairs} places where a duty asks for a control",
  matrixTitleNone: "No duty asks for a control yet",
  matrixNone: "Answer the questions about your organization and its AI systems. Duties then ask for controls.",
  answerQuestions: "Answer questions",
  matrixLead: "Laws in rows, controls in columns. Each cell shows the duty that needs most and leads to the control.",
  matrixCaption: "What the evidence shows, by law and control",
  matrixLaw: "Law",
  cell: "{state}, {shown} of {duties}",
  matrixKey:
    "The figures say for how many of the law's duties evidence is reviewed, of how many that ask for the control.",
  matrixEmpty: "not asked",

  gapsTitle: "{title} is the gap to close first",
  gapsTitleNone: "No gap: all that duties ask for has reviewed evidence",
  gapsLead: "Ranked by how soon duties bind, how heavy the penalty is and how much work the control takes.",
  gapsCaption: "Gaps, the first to close first",
  control: "Control",
  evidence: "Evidence",
  binding: { one: "{count} open duty", other: "{count} open duties" },
  bindingNow: { zero: "none binds yet", one: "{count} binds now", other: "{count} bind now" },
  next: "next {date}",
  penalty: "Penalty",
  effort: "Effort",
  points: "Points",
  gapsMethod: "How gaps are ranked",
  formula:
    "Points = sum over open duties of (what is left x urgency x penalty) / effort. Points have no meaning but their order.",
  methodNeed:
    "What is left: {missing} when evidence is missing, {expired} when expired, {judge} when a person has to judge.",
  methodUrgency:
    "Urgency: 1 for a duty that binds, half for each {days} days it is away. Without a known day, or with enforcement stayed, a duty counts as {undated} days away.",
  methodPenalty: "Penalty: points by class of the law.",
  methodEffort: "Effort: points by class of the control.",
  methodClass: "{title}, {points} points: {meaning}",
  methodJudged:
    "These classes and numbers are our judgement of {date}, to be looked at again by {by}. No law states them.",
  methodUnknown: "not judged yet",
  methodLaws: "Penalty class by law",
  methodLaw: "{law}: {class}. {why}",
});
