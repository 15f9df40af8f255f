import type { IsoDate } from "../kernel/iso-date.ts";
import type { Answer } from "./findings.ts";
import type { Checked } from "./obligation-pack.ts";
import type { QuestionView } from "./question-view.ts";
import type { Reason, ReasonTree } from "./reasons.ts";
import type { ClassWeight } from "./risk-classes.ts";

/** A class of one law for one system, as a page shows it. */
export type ClassView = {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly meaning: string;
  readonly weight: ClassWeight;
  readonly answer: Answer;
  readonly because: readonly Reason[];
  readonly wouldChange: readonly Reason[];
  /** The whole rule, where it was asked for. */
  readonly tree: ReasonTree | null;
  /** The day from which it counts; null where nothing tells it. */
  readonly from: IsoDate | null;
};

export type LawView = {
  readonly law: string;
  readonly title: string;
  readonly standing: "outside" | "held" | "open" | "none";
  readonly otherwise: string;
  readonly checked: Checked;
  readonly reviewBy: IsoDate;
  readonly classes: readonly ClassView[];
};

/** A condition of the way out of Annex III with its answer and the questions behind it. */
export type ExitTestView = {
  readonly citation: string;
  readonly title: string;
  readonly answer: Answer;
  readonly questions: readonly QuestionView[];
};

export type ExitView = {
  readonly points: readonly { readonly point: string; readonly area: string; readonly outside: readonly string[] }[];
  readonly tests: readonly ExitTestView[];
  readonly influence: ExitTestView;
  readonly profiling: ExitTestView;
  /** *yes*: the system leaves the class. */
  readonly answer: Answer;
  readonly record: { readonly citation: string; readonly words: string };
  readonly checked: Checked;
  readonly reviewBy: IsoDate;
};

export type ClassViews = {
  readonly laws: readonly LawView[];
  /** Null where no use is listed, or the law does not reach the system. */
  readonly exit: ExitView | null;
  /** Facts that the tests ask for: they stand with the tests and nowhere else on the page. */
  readonly askedByExit: readonly string[];
};
