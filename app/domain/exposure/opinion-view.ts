import type { DutyView } from "./duties-view.ts";
import { type ModelLabel, type OpinionRun, opinionRuns, type RubricLabel } from "./duty-opinion.ts";

/** What one call of a model ended with: labels by duty, or why there are none. */
export type OpinionPart = {
  readonly run: OpinionRun;
  readonly duties: readonly string[];
  readonly outcome:
    | { readonly kind: "labelled"; readonly labels: readonly (ModelLabel | null)[] }
    | { readonly kind: "failed"; readonly because: string };
};

/** What a run says of a duty. `not-asked`: the duty was saved later. `no-label`: the answer left it out, or named it twice. */
export type RunSays =
  | ({ readonly kind: "label" } & ModelLabel)
  | { readonly kind: "not-asked" | "no-label" }
  | { readonly kind: "failed"; readonly because: string };

export type DutyOpinion = {
  readonly text: string;
  /** Ours, which alone counts. */
  readonly own: RubricLabel;
  readonly runs: readonly [RunSays, RunSays];
  /** Whether both runs give the same two labels; null while either has none. */
  readonly runsAgree: boolean | null;
  /** Whether both runs give our label of exposure; null while either has none. */
  readonly withOurs: boolean | null;
};

export type OpinionView = {
  readonly duties: readonly DutyOpinion[];
  /** Duties that both runs labelled, and of those the ones where the runs agree, and agree with us. */
  readonly labelled: number;
  readonly agreeing: number;
  readonly withOurs: number;
  /** Troubles of calls, each once. */
  readonly troubles: readonly string[];
};

/** The saved duties with what each of the two runs said, beside our own labels. Nothing here enters a score. */
export function viewOpinion(duties: readonly DutyView[], parts: readonly OpinionPart[]): OpinionView {
  const rows = duties.map(({ task, own }): DutyOpinion => {
    const [first, second] = opinionRuns.map((run) => saidOf(task.text, run, parts)) as [RunSays, RunSays];
    const both = first.kind === "label" && second.kind === "label";
    return {
      text: task.text,
      own,
      runs: [first, second],
      runsAgree: both ? first.exposure === second.exposure && first.automation === second.automation : null,
      withOurs: both ? first.exposure === own.exposure && second.exposure === own.exposure : null,
    };
  });
  const troubles = parts.flatMap(({ outcome }) => (outcome.kind === "failed" ? [outcome.because] : []));
  return {
    duties: rows,
    labelled: rows.filter(({ runsAgree }) => runsAgree !== null).length,
    agreeing: rows.filter(({ runsAgree }) => runsAgree === true).length,
    withOurs: rows.filter(({ withOurs }) => withOurs === true).length,
    troubles: [...new Set(troubles)].sort(),
  };
}

function saidOf(text: string, run: OpinionRun, parts: readonly OpinionPart[]): RunSays {
  const part = parts.find((each) => each.run === run && each.duties.includes(text));
  if (part === undefined) return { kind: "not-asked" };
  if (part.outcome.kind === "failed") return { kind: "failed", because: part.outcome.because };
  const label = part.outcome.labels[part.duties.indexOf(text)] ?? null;
  return label === null ? { kind: "no-label" } : { kind: "label", ...label };
}
