import type { VariantFamily } from "#app/domain/exposure/exposure-validation.ts";
import { softwareWeight } from "./build-cells.ts";
import { defaultLabelOptions, type LabelOptions } from "./label-tasks.ts";
import { defaultWeights, type WeightOptions } from "./weigh-tasks.ts";

/** Everything that decides a score. */
export type Recipe = { readonly labels: LabelOptions; readonly weights: WeightOptions; readonly software: number };

export type Variant = { readonly family: VariantFamily; readonly name: string; readonly recipe: Recipe };

export const shipped: Recipe = { labels: defaultLabelOptions, weights: defaultWeights, software: softwareWeight };

/** The method of the first release, for comparison. */
const first: Recipe = {
  labels: {
    raters: "apart",
    trust: { human: 1, machine: 1 },
    levels: [
      ["iwa", 6],
      ["gwa", 6],
    ],
    activityPrior: 1,
    text: "none",
    textPrior: 0,
  },
  weights: { tasks: "rated", published: 0.5 },
  software: 0.5,
};

function labels(family: VariantFamily, name: string, change: Partial<LabelOptions>): Variant {
  return { family, name, recipe: { ...shipped, labels: { ...shipped.labels, ...change } } };
}

function trusted(name: string, raters: LabelOptions["raters"], human: number, machine: number): Variant {
  return labels("raters", name, { raters, trust: { human, machine } });
}

function shrunk(name: string, ...levels: LabelOptions["levels"]): Variant {
  return labels("shrinkage", name, { levels });
}

function weighed(tasks: WeightOptions["tasks"], published: number): Variant {
  const name = `${tasks} tasks, published activity weights ${published}`;
  return { family: "task-weights", name, recipe: { ...shipped, weights: { tasks, published } } };
}

/** Each family varies one part of what ships; `whole` leads from the first release to it, step by step. */
export const variants: readonly Variant[] = [
  { family: "whole", name: "first release, 2026-11-22", recipe: first },
  {
    family: "whole",
    name: "and the two rubrics as one rater",
    recipe: { ...first, labels: { ...first.labels, raters: "rubrics-as-one" } },
  },
  {
    family: "whole",
    name: "and labels trusted less",
    recipe: { ...first, labels: { ...first.labels, raters: "rubrics-as-one", trust: shipped.labels.trust } },
  },
  {
    family: "whole",
    name: "and detailed activities",
    recipe: {
      ...first,
      labels: { ...shipped.labels, activityPrior: 1, text: "none", textPrior: 0 },
    },
  },
  { family: "whole", name: "and words of the sentence", recipe: { ...first, labels: shipped.labels } },
  { family: "whole", name: "and other task weights: as shipped", recipe: shipped },
  trusted("three raters apart, trusted fully", "apart", 1, 1),
  trusted("three raters apart, machine .5", "apart", 1, 0.5),
  trusted("first rubric only", "rubric-1", 0.7, 0.7),
  trusted("second rubric only", "rubric-2", 0.7, 0.7),
  trusted("rubrics as one, trusted fully", "rubrics-as-one", 1, 1),
  trusted("rubrics as one, human .5, machine .5", "rubrics-as-one", 0.5, 0.5),
  trusted("rubrics as one, human 1, machine .35", "rubrics-as-one", 1, 0.35),
  trusted("rubrics as one, human .7, machine .35", "rubrics-as-one", 0.7, 0.35),
  trusted("rubrics as one, human .35, machine .2", "rubrics-as-one", 0.35, 0.2),
  shrunk("general activities only, 6", ["gwa", 6]),
  shrunk("intermediate and general, 6 and 6", ["iwa", 6], ["gwa", 6]),
  shrunk("detailed to general, 1, 3 and 6", ["dwa", 1], ["iwa", 3], ["gwa", 6]),
  shrunk("detailed to general, 3, 6 and 6", ["dwa", 3], ["iwa", 6], ["gwa", 6]),
  shrunk("detailed to general, 8, 8 and 8", ["dwa", 8], ["iwa", 8], ["gwa", 8]),
  shrunk("detailed to general, 24, 24 and 24", ["dwa", 24], ["iwa", 24], ["gwa", 24]),
  ...[0, 0.25, 0.5, 0.75, 1].map((activityPrior) =>
    labels("prior", `activity prior to the power ${activityPrior}`, { activityPrior }),
  ),
  labels("text", "none", { text: "none", textPrior: 0 }),
  ...[0.25, 0.5, 0.75, 1].map((textPrior) =>
    labels("text", `words, naive Bayes, to the power ${textPrior}`, { text: "words", textPrior }),
  ),
  ...[0.25, 0.5, 1].map((textPrior) =>
    labels("text", `25 nearest sentences, to the power ${textPrior}`, { text: "neighbours", textPrior }),
  ),
  weighed("equal", 0),
  weighed("equal", 0.25),
  weighed("equal", 0.5),
  weighed("core", 0),
  weighed("core", 0.25),
  weighed("core", 0.5),
  weighed("core", 1),
  weighed("rated", 0),
  weighed("rated", 0.25),
  weighed("rated", 0.5),
  ...[0, 0.25, 0.35, 0.5, 0.65, 0.8, 1].map(
    (software): Variant => ({ family: "score-map", name: `E1 + ${software} E2`, recipe: { ...shipped, software } }),
  ),
];
