import type { Answer, RespondentGroup } from "./answers.ts";

/** Nobody is shown in a group smaller than this, nor in one that subtraction would leave. */
export const leastGroup = 5;

export type Distribution = {
  readonly n: number;
  /** Answers at levels 1 to 5. */
  readonly counts: readonly [number, number, number, number, number];
  readonly unknown: number;
  readonly mean: number | null;
  readonly sd: number | null;
};

export type QuestionSpread = {
  readonly question: string;
  /** Null while fewer than five people answered. */
  readonly all: Distribution | null;
  /** Groups that may be shown; a group absent here is too small, or would reveal one that is. */
  readonly groups: readonly { readonly group: RespondentGroup; readonly distribution: Distribution }[];
  /** Largest difference of two shown groups' means, in levels; null with fewer than two. */
  readonly gap: number | null;
};

/** How respondents' answers to each question spread, and how far the groups are apart. */
export function spreadOfRespondents(answers: readonly Answer[]): readonly QuestionSpread[] {
  const questions = [...new Set(answers.map(({ question }) => question))].sort();
  return questions.map((question) => {
    const own = answers.filter((answer) => answer.question === question && answer.level !== "na");
    const shown = shownGroups(own).map((group) => ({
      group,
      distribution: distributionOf(own.filter((answer) => answer.group === group)),
    }));
    const means = shown.flatMap(({ distribution }) => (distribution.mean === null ? [] : [distribution.mean]));
    return {
      question,
      all: own.length < leastGroup ? null : distributionOf(own),
      groups: shown,
      gap: means.length < 2 ? null : Math.max(...means) - Math.min(...means),
    };
  });
}

/** Groups of at least five; when what is left over counts one to four, the smallest of them is left out as well. */
function shownGroups(own: readonly Answer[]): readonly RespondentGroup[] {
  const groups: readonly RespondentGroup[] = ["executive", "manager", "front-line"];
  const sized = groups
    .map((group) => ({ group, n: own.filter((answer) => answer.group === group).length }))
    .sort((a, b) => a.n - b.n);
  const large = sized.filter(({ n }) => n >= leastGroup);
  const left = own.length - large.reduce((sum, { n }) => sum + n, 0);
  const kept = left > 0 && left < leastGroup ? large.slice(1) : large;
  return groups.filter((group) => kept.some((each) => each.group === group));
}

function distributionOf(answers: readonly Answer[]): Distribution {
  const at = (level: number) => answers.filter((answer) => answer.level === level).length;
  const counts = [at(1), at(2), at(3), at(4), at(5)] as const;
  const known = counts.reduce((sum, count) => sum + count, 0);
  const mean = known === 0 ? null : counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / known;
  const squares = mean === null ? 0 : counts.reduce((sum, count, index) => sum + count * (index + 1 - mean) ** 2, 0);
  return {
    n: answers.length,
    counts,
    unknown: answers.filter((answer) => answer.level === "unknown").length,
    mean,
    sd: known < 2 ? null : Math.sqrt(squares / (known - 1)),
  };
}
