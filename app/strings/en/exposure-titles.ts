import { catalogue } from "../catalogue.ts";

/** How well titles are recognised that the model has never seen. */
export const exposureTitlesText = catalogue({
  titlesText:
    "Titles held out in all their occupations. Reported: as employees write them. Noisy: the same with typing errors, seniority or places. Alternate: the long tail of other names. Behind a share stands its standard error, in points.",
  family: "Held out by family",
  familyText:
    "The stricter test, and the one that sets the threshold: no title of the same words was seen, in whatever order, grade or abbreviation.",
  title: "Held out by title",
  titleText:
    "The usual test: the same title was not seen, but one with another grade or in another order may have been. Studies of title coding mostly report this one.",
  reliability: "Do probabilities of titles come true?",
  reliabilityText:
    "On employers' titles held out by family, the probability of the first answer is off by {error} on average; before it was calibrated, by {before}. A title may belong to several occupations, of which any is right, so the first is right more often than its share says. The correction is fitted on one part of the titles and measured on another.",
  reliabilityDescription:
    "Employers' titles held out by family, in tenths of the probability of the first answer. Lines are 95% intervals of the share that was right.",
  "gap-uncalibrated": "Mean gap, employers' titles, before calibration",
  "gap-reliability": "Mean gap, employers' titles",
  "gap-reliabilityNoisy": "Mean gap, mistyped titles",
  "gap-reliabilityAlternate": "Mean gap, the long tail, which calibration did not look at",
  set: "Titles",
  by: "Read by",
  reported: "Reported",
  noisy: "Noisy",
  alternate: "Alternate",
  "by-shipped": "what ships",
  "by-nearest": "nearest known title (tf-idf)",
  "by-network": "network alone",
  "by-language": "words alone",
  "by-minisearch": "minisearch over the same titles",
  top1: "Right at first guess",
  top3: "Among three",
  surerHalf: "Right in the surer half",
  meanProbability: "Mean probability",
  "titles-count": "Number",
  "other-threshold": "Probability below which a person is asked",
  "other-calibration.slope": "Calibration: slope on the log-odds of the first answer",
  "other-calibration.offset": "Calibration: what is added",
  "other-confident.share": "Employers' titles answered without asking",
  "other-confident.right": "Of those right",
  "other-confident.noisy.share": "Mistyped ones answered without asking",
  "other-confident.noisy.right": "Of those right",
  "other-confident.alternate.share": "Titles of the long tail answered without asking",
  "other-confident.alternate.right": "Of those right",
  "other-byTitle.confident.share": "Held out by title: employers' titles answered without asking",
  "other-byTitle.confident.right": "Of those right",
  "other-byTitle.confident.noisy.share": "Held out by title: mistyped ones answered without asking",
  "other-byTitle.confident.noisy.right": "Of those right",
  "other-byTitle.confident.alternate.share": "Held out by title: the long tail answered without asking",
  "other-byTitle.confident.alternate.right": "Of those right",
});
