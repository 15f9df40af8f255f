import { catalogue } from "../catalogue.ts";

/** How exposure is measured, from which data, and how well. */
export const exposureMethodText = catalogue({
  attribution: "Attribution and sources",
  // One role.
  methodTitle: "Three shares per role, each traced to activities and raters",
  methodLead: "Computed from public data by a script of ours; version {version}, built on {date}.",
  methodSteps: "From a title to a score",
  methodMatch:
    "A title becomes a distribution over occupations by comparing its words and pieces of words with known titles, a small trained network, and the language of the occupation's tasks. Below {threshold} probability a person is asked, and the interval stays wider until then.",
  methodLabels:
    "Every task has labels by human raters and by a model under two rubrics. Each source is treated as a noisy rater with its own errors (Dawid and Skene), and tasks of one activity inform each other.",
  methodShares:
    "Exposure without software counts fully, with software around a model half. The exposed time is divided into automatable and augmentable by machine labels pulled toward observed modes of use. The three shares sum to 1.",
  methodInterval:
    "Intervals hold with 80%: seeded draws over what the title means, how tasks are labelled and what they weigh. On held-out human labels they cover {coverage}.",
  methodLimits:
    "Known limits: the labels are from 2023 to 2025 and about US occupations; weights are averages over many firms; human labels of automation exist for 100 tasks only. Headcount is never inferred from exposure.",
  figure: "Figure",
  value: "Value",
  rankAll: "Rank agreement with human raters, all occupations",
  rankWhiteCollar: "the same within office occupations",
  rankAllSingleRater: "Baseline: one model rater alone, all occupations",
  rankWhiteCollarSingleRater: "Baseline: one model rater alone, office occupations",
  intervalCoverage: "Share of human scores inside the 80% interval",
  automationRankByTask: "Automation share against observed use, by task",
  automationRankByOccupation: "Automation share against observed use, by occupation",
  parameters: "Parameters that are judgement",
});
