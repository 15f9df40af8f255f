import type { ExposureAssessment, ExposureTotals, TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import type { PlanInputs } from "#app/domain/planning/compose-plan.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlanAnswer, PlanProblem } from "#app/domain/planning/problem.ts";
import type { InspectionInput } from "#app/domain/visibility/inspect-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { DocumentDefinition } from "./document-definition.ts";
import type { FileToInspect, Inspected } from "./evidence-files.ts";
import type {
  FileQuestion,
  RosterReading,
  RosterTask,
  SystemListReading,
  SystemListTask,
  TableFailure,
} from "./tables.ts";
import type { WordFile } from "./word-files.ts";

/** `context` is what else is known of whom it is about, empty when nothing is. */
export type TitleToMatch = { readonly title: string; readonly context: string };

/** A title and what it was taken for. */
export type TitleMatched = TitleToMatch & { readonly match: TitleMatch };

/** An organization's roster without its roles, which are asked for in turns. */
export type RosterToAssess = Omit<ExposureInput, "roles">;

export type RosterQuestion =
  /** Roles in the order of their ids, behind `after`; none behind the last. */
  | { readonly kind: "roles"; readonly after: string }
  /** Whether an input of this hash has yet to be assessed. */
  | { readonly kind: "hash"; readonly inputHash: string }
  /** Titles as they were matched, so that pages need not match them again. */
  | { readonly kind: "matched"; readonly titles: readonly TitleMatched[] }
  /** The next piece of the input or the result as JSON, which ends between two roles. */
  | { readonly kind: "piece"; readonly of: "input" | "result"; readonly text: string };

/** What is said of an assessment whose text was handed over. */
export type RosterAssessed = Pick<ExposureAssessment, "asOf"> & {
  readonly inputHash: string;
  readonly version: string;
  readonly score: ExposureTotals["score"] | null;
  readonly coverage: number;
};

/**
 * Work heavy enough to deserve a thread: name -> what goes in and what comes out, both plain values.
 * A new task is a line here, a file in app/workers that exports `run`, and a line in app/workers/entries.ts.
 */
export type ComputeTasks = {
  readonly plan: { readonly input: PlanProblem; readonly output: PlanAnswer };
  readonly "assess-exposure": { readonly input: ExposureInput; readonly output: ExposureAssessment };
  readonly "assess-roster": {
    readonly input: RosterToAssess;
    readonly output: RosterAssessed | null;
    readonly question: RosterQuestion;
  };
  readonly "match-titles": { readonly input: readonly TitleToMatch[]; readonly output: readonly TitleMatch[] };
  readonly documents: { readonly input: DocumentDefinition; readonly output: { readonly bytes: Uint8Array } };
  readonly "write-docx": { readonly input: WordFile; readonly output: { readonly bytes: Uint8Array } };
  readonly "compose-plan": { readonly input: PlanInputs; readonly output: Plan };
  readonly "read-page": { readonly input: InspectionInput; readonly output: PageAudit };
  readonly "read-roster": {
    readonly input: RosterTask;
    readonly output: Result<RosterReading, TableFailure>;
    readonly question: FileQuestion;
  };
  readonly "read-system-list": {
    readonly input: SystemListTask;
    readonly output: Result<SystemListReading, TableFailure>;
  };
  readonly "inspect-evidence": { readonly input: FileToInspect; readonly output: Inspected };
};

export type ComputeTask = keyof ComputeTasks;

type QuestionOf<Task> = Task extends { readonly question: infer Question } ? Question : never;

/** What a task may want while it runs. */
export type Meanwhile<Task extends ComputeTask> = {
  /** Answers what the task asks, and so hands it more or takes what it has: what is large comes in pieces. */
  readonly answer?: (question: QuestionOf<ComputeTasks[Task]>) => Promise<unknown>;
  /** Ends the task; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
};

/** How a task asks. Nothing goes on in it until the answer is there, so that neither side runs ahead of the other. */
export type Ask<Task extends ComputeTask> = (question: QuestionOf<ComputeTasks[Task]>) => Promise<unknown>;

export interface Compute {
  /**
   * Runs one task off the request's thread. Rejects when the thread dies or the task throws; with an error of the name
   * `TaskCutOff` when it was ended for taking more time or memory than it is given; waiting for an answer does not count.
   */
  run<Task extends ComputeTask>(
    task: Task,
    input: ComputeTasks[Task]["input"],
    meanwhile?: Meanwhile<Task>,
  ): Promise<ComputeTasks[Task]["output"]>;
  /** Ends the threads; a running task is cut off. */
  close(): Promise<void>;
}
