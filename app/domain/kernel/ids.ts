declare const brand: unique symbol;

/** A string that the compiler does not confuse with another kind of string. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type OrganizationId = Branded<"OrganizationId">;
export type PracticeId = Branded<"PracticeId">;
export type UserId = Branded<"UserId">;
export type RoleId = Branded<"RoleId">;
export type SystemId = Branded<"SystemId">;
export type AssessmentId = Branded<"AssessmentId">;
export type ScenarioId = Branded<"ScenarioId">;
export type ScenarioVersionId = Branded<"ScenarioVersionId">;
export type AuditId = Branded<"AuditId">;
export type PlanVersionId = Branded<"PlanVersionId">;
export type OutcomeId = Branded<"OutcomeId">;
export type PosteriorId = Branded<"PosteriorId">;
export type ReportId = Branded<"ReportId">;
export type FileId = Branded<"FileId">;
export type EvidenceId = Branded<"EvidenceId">;
export type JobId = Branded<"JobId">;
