import { catalogue } from "../catalogue.ts";

/** How exposure is measured, from which data, and how well. */
export const exposureMethodText = catalogue({
  methodTitle: "Three shares per role, each traced to activities and raters",
  methodLead:
    "Computed from public data by a script of ours; version {version}, built on {date}. The same data give the same figures to the last digit.",
  whatNot: "What the number is not",
  whatNotText:
    "Exposure is the expected share of working time that AI could take over while a person checks, or could speed up. It is not a probability that a job ends, not a forecast of headcount, and not a judgement of the people in the role. High exposure is as often a reason to train as to reorganise.",
  keyRank: "Agreement with human raters",
  keyRankNote: "rank correlation over {count} occupations, their own human labels withheld",
  keyOffice: "Within office occupations",
  keyOfficeNote: "{count} occupations, where a simple rule fails",
  keyCoverage: "Human scores inside the 80% interval",
  keyCoverageNote: "on occupations that did not set its width; office work {office}",
  keyShares: "Automation share against observed use",
  keySharesNote: "rank correlation by occupation; by task {task}",
  methodSteps: "From a title to a score",
  methodMatch:
    "A title becomes a distribution over occupations by comparing its words and pieces of words with known titles, a small trained network, and the language of the occupation's tasks. Below {threshold} probability a person is asked, and the interval stays wider until then. Department, duties and, for US roles paid in dollars, pay weigh in where the title leaves doubt.",
  methodLabels:
    "Every task of an occupation is labelled by human raters and by a model under two rubrics: no exposure (E0), exposed to a model alone (E1), exposed to a model with software around it (E2). Each source is treated as a noisy rater with its own errors (Dawid and Skene). The two rubrics come from one model and err together, so they count as one rater who gives two answers.",
  methodPull:
    "A label proves less than the fit of raters says, so its weight is reduced. What the labels leave open is filled from similar tasks: those of the same detailed, intermediate and general activity, and those with like words. Open “Why this number” beside an activity of a role to see every rater and this pull.",
  methodWeights:
    "Tasks are added up to activities and activities to the occupation by task weight, mixed with published weights of activities. If you state duties with their time, those count instead.",
  methodShares:
    "Exposure without software counts fully, with software around a model half. The exposed time is divided into automatable and augmentable by a regression on machine labels of automation and on modes of use observed for the same activities and occupations, then pulled toward the task's own observed mode. The three shares sum to 1.",
  methodGates:
    "Circumstances that hold AI back, such as physical presence or a licensed signature, lower the shares by parts that are our judgement. They are switched by you, and their effect is shown.",
  methodInterval:
    "Intervals hold with 80%: seeded draws over what the title means, how tasks are labelled and what they weigh, widened until they cover what human raters said.",
  data: "Data and licences",
  source: "Source",
  licence: "Licence",
  usedFor: "Used for",
  "data-onet": "O*NET 30.1 Database, U.S. Department of Labor",
  "use-onet":
    "occupations, tasks, activities, skills, job zones, related occupations, partial task ratings, titles for the title model",
  "data-gpts": "GPTs are GPTs: Eloundou, Manning, Mishkin, Rock",
  "use-gpts": "labels of exposure by people and by a model, machine labels of automation",
  "data-anthropic": "Anthropic Economic Index, first release, February 2025",
  "use-anthropic": "observed modes of use; how much each task is used, only to check the score",
  "data-microsoft": "Microsoft, Working with AI: weights of activities by occupation",
  "use-microsoft": "what activities weigh in an occupation",
  "data-glove": "GloVe 6B word vectors (Pennington, Socher, Manning 2014), in 32 numbers a word",
  "use-glove": "what the words of a title mean",
  "data-bls": "U.S. Bureau of Labor Statistics, OEWS May 2024",
  "use-bls": "pay and employment",
  publicDomain: "public domain",
  notUsed:
    "Not used: indices from before large language models, and crosswalks to other classifications. The independent indices that ours is compared with elsewhere were kept apart from the build.",
  inputHash: "SHA-256 of all input files: {hash}",
  variants: "Variants, measured side by side",
  variantsText:
    "Each part of the method was chosen from several by this comparison. Rank correlation with: human scores of occupations whose own human labels were withheld; use of the occupation's tasks with a model; use per worker. Behind it the difference to what ships within office occupations, with the 95% interval from 300 redraws of the occupations. A variant is preferred when its interval excludes zero on one yardstick, none shows a loss, and the gain is at least .01.",
  baseline: "Baselines",
  whole: "From the first release to this one, step by step",
  raters: "How raters are weighed",
  shrinkage: "Similar tasks: which activities, how strongly",
  prior: "Similar tasks: how much they count",
  text: "Words of the task",
  "task-weights": "What tasks weigh",
  "score-map": "What exposure through software counts",
  variant: "Variant",
  shipped: "ships",
  human: "Human labels",
  usage: "Use",
  usagePerWorker: "Use per worker",
  allAndOffice: "{name}: all, office",
  difference: "Difference",
  twoSkills:
    "The two-skill rule is the level of “{plus}” less that of “{minus}” in the skills survey, the pair chosen on the other folds. It orders all occupations well, because it tells desks from machines, and says little within office work.",
  interval: "Does the interval keep its word?",
  intervalText:
    "Of the scores by human raters, the share inside intervals of three levels, on {all} occupations ({office} in office work) that did not set the width. Lines are 95% intervals of that share.",
  nominal: "Nominal",
  covered: "Covered, all",
  sharesTitle: "Automatable against augmentable",
  sharesText:
    "Rank correlation with observed modes of use that were withheld: {tasks} tasks, {occupations} occupations with at least three. Human labels of how much of a task could be automated exist for {human} tasks of five occupations and fit nothing: the automatable share agrees with them by {rank}, the machine labels alone by {machine}. What could be automated and what people hand over today are two questions; the shares follow use.",
  byTask: "By task",
  byOccupation: "By occupation",
  titles: "Titles the model has never seen",
  parameters: "Parameters",
  parametersText:
    "Judgements are reviewed again by {date}. What the comparison chose is reviewed with every build. Changing one makes a new version.",
  parameter: "Parameter",
  value: "Value",
  basis: "Where it comes from",
  chosen: "chosen by the comparison above",
  calibrated: "set on half of the held-out human scores",
  "p-raters": "Raters",
  "p-humanTrust": "Weight of a human label (1 = as the fit of raters says)",
  "p-machineTrust": "Weight of the model's two labels together",
  "p-shrinkage": "Pseudo-tasks that pull detailed, intermediate and general activities",
  "p-activityPrior": "Power of what the activity says",
  "p-textPrior": "Power of what the words say",
  "p-taskWeights": "Task weights",
  "p-publishedWeights": "Part of the published activity weights",
  "p-softwareWeight": "Weight of exposure through software (E2)",
  "p-observedPull": "Conversations that weigh as much as the prediction of the automation share",
  "p-sharePenalty": "Penalty of that regression",
  "p-intervalScale": "Widening of all standard deviations",
  "p-weightSd": "Spread of task weights between people of one occupation",
  "p-draws": "Draws for an interval",
  "p-hoursPerYear": "Hours a year of a full-time person",
  "p-softwareLag": "Quarters until software follows the models",
  "p-startDepth": "Part of the possible use reached where AI is in use",
  "p-unlistedWay": "What a way that O*NET does not list counts, against one it does",
  "p-lowerPay": "Fall in pay beyond which a way forward pays less",
  "p-startShare": "Share of firms that use AI, below and from 250 people",
  "p-payEvidence":
    "US pay of a doubtful title: power of its likelihood, greatest factor between two occupations, spread between places and firms",
  "p-gates": "Automatable kept, moved to augmentable, augmentable kept: {gate}",
  "p-adoption": "Ceiling, midpoint and width in quarters if use grows {pace}",
  "pace-slow": "slow",
  "pace-central": "central",
  "pace-fast": "fast",
  drawsBasis: "our choice: steady to half a point",
  "v-rubrics-as-one": "people, and the two rubrics as one",
  "v-core": "core tasks 2, supplemental 1",
  "v-equal": "every task alike",
  "v-rated": "importance × frequency where rated",
  limits: "Known limits",
  limitLabels:
    "The labels are of 2023. People and the model judged one sentence each, not a workplace, and models have grown since.",
  limitHumans:
    "One human label is kept for each task; how far the people behind it differed is not published. Human labels of automation exist for {count} tasks only.",
  limitUse:
    "Modes of use were observed in one vendor's chat product in early 2025: writing and programming are seen often, work with the hands or under secrecy seldom. The same data check the score, so the two usage columns lean toward such work.",
  limitWeights:
    "Task weights are averages over many US employers. Importance and frequency are at hand for less than a quarter of tasks, and did not help.",
  limitPlace:
    "Occupations, pay and employment are those of the United States. A role elsewhere takes the same tasks until you state others.",
  limitIndependent:
    "Human scores, and with them the coverage of the interval, come from the same study as most labels; an independent study would differ more.",
  attribution: "Attribution",
});
