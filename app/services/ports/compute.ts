import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import type { PlanInputs } from "#app/domain/planning/compose-plan.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlanAnswer, PlanProblem } from "#app/domain/planning/problem.ts";
import type { InspectionInput } from "#app/domain/visibility/inspect-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { DocumentDefinition } from "./document-definition.ts";
import type { RosterFile, RosterReading, TableFailure } from "./tables.ts";

/**
 * Work heavy enough to deserve a thread: name -> what goes in and what comes out, both plain values.
 * A new task is a line here, a file in app/workers that exports `run`, and a line in app/workers/entries.ts.
 */
export type ComputeTasks = {
  readonly plan: { readonly input: PlanProblem; readonly output: PlanAnswer };
  readonly "assess-exposure": { readonly input: ExposureInput; readonly output: ExposureAssessment };
  readonly documents: { readonly input: DocumentDefinition; readonly output: { readonly bytes: Uint8Array } };
  readonly "compose-plan": { readonly input: PlanInputs; readonly output: Plan };
  readonly "read-page": { readonly input: InspectionInput; readonly output: PageAudit };
  readonly "read-roster": { readonly input: RosterFile; readonly output: Result<RosterReading, TableFailure> };
};

export type ComputeTask = keyof ComputeTasks;

export interface Compute {
  /**
   * Runs one task off the request's thread. Rejects when the thread dies or the task throws; with an error of the name
   * `TaskCutOff` when it was ended for taking more time or memory than it is given.
   */
  run<Task extends ComputeTask>(task: Task, input: ComputeTasks[Task]["input"]): Promise<ComputeTasks[Task]["output"]>;
  /** Ends the threads; a running task is cut off. */
  close(): Promise<void>;
}
