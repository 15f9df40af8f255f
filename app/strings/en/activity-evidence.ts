import { catalogue } from "../catalogue.ts";

/** Why an activity has its figure: what each rater says, what it was pulled toward, and what would change it. */
export const activityEvidenceText = catalogue({
  why: "Why this number",
  "human-raters": "People",
  "model-rubric-1": "Model, first rubric",
  "model-rubric-2": "Model, second rubric",
  says: { one: "{share} ({count} task)", other: "{share} ({count} tasks)" },
  noLabels: "No rater has labelled this activity here.",
  alone: "Labels together",
  aloneNote: "each source counted for how often it errs",
  similar: "Similar tasks elsewhere",
  similarNote: "same activities and like words in all occupations, before these labels",
  believed: "Counted here",
  pulledUp: "{points} points higher because of similar tasks",
  pulledDown: "{points} points lower because of similar tasks",
  notPulled: "similar tasks leave it where it is",
  borrowed: "the average of all occupations, since this one has no labels",
  gated: "After your circumstances",
  interval: "80% interval",
  exact: "no spread: the raters and similar tasks are of one mind",
  observed: "Seen in use",
  observedSays: {
    one: "{share} of conversations hand the work over ({count} task)",
    other: "{share} of conversations hand the work over ({count} tasks)",
  },
  observedNone: "not seen often enough; the division into automatable and augmentable rests on labels and like tasks",
  wouldChange: "Would change it most",
  ratersClose: "Raters agree closely: ± {points} points",
  ratersApart: "Raters differ: ± {points} points",
  ratersFar: "Raters disagree widely: ± {points} points",
  ratersNote: "spread of the score when each is believed alone",
});
