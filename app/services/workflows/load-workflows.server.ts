import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { workflowDesigns } from "#app/domain/planning/candidates.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { smallestGroup } from "#app/domain/tenancy/small-groups.ts";
import { savedByAll, type WorkflowDesign } from "#app/domain/workflows/design-workflow.ts";
import { type Lanes, lanesOf } from "#app/domain/workflows/lanes.ts";
import { mermaidOf } from "#app/domain/workflows/mermaid.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { gatherFacts } from "#app/services/planning/gather-plan.server.ts";

export type WorkflowRow = {
  readonly id: string;
  readonly title: string;
  readonly hours: number;
  readonly mode: string;
  readonly saved: Estimate;
  readonly oversight: string;
};

export type WorkflowsPage = {
  readonly rows: readonly WorkflowRow[];
  readonly fieldAnchor: number;
  /** Bundles that are better done another way, and the hours a year that all of them could save. */
  readonly worthwhile: number;
  readonly saved: Estimate;
};

export type WorkflowPage = {
  readonly design: WorkflowDesign;
  readonly lanes: Lanes;
  /** Roles left out because so few people do them that a figure would be a person's. */
  readonly hiddenRoles: number;
};

/** The task bundles with most exposed hours, each with the mode of work that fits it best. */
export async function loadWorkflows(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<WorkflowsPage, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { facts } = await gatherFacts(deps, actor.organizationId);
  const designs = workflowDesigns(facts, deps.knowledge.interventions);
  const { count: worthwhile, saved } = savedByAll(designs);
  const rows = designs.map(({ bundle, recommended, oversight }) => ({
    id: bundle.id,
    title: bundle.title,
    hours: bundle.hours,
    mode: recommended.mode.title,
    saved: recommended.value.saved,
    oversight: oversight.point,
  }));
  return ok({ rows, worthwhile, saved, fieldAnchor: deps.knowledge.interventions.work.fieldAnchor.share });
}

/** One bundle: who does what, where a person watches, and what it brings. */
export async function loadWorkflow(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { bundle }: { readonly bundle: string },
): Promise<Result<WorkflowPage, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { facts } = await gatherFacts(deps, actor.organizationId);
  const design = workflowDesigns(facts, deps.knowledge.interventions).find((one) => one.bundle.id === bundle);
  if (design === undefined) return fail({ kind: "not-found" });
  const shown = forReader(design, actor);
  const hiddenRoles = design.bundle.roles.length - shown.bundle.roles.length;
  return ok({ design: shown, lanes: lanesOf(design), hiddenRoles });
}

/** The lanes of one bundle as Mermaid text. */
export async function loadWorkflowMermaid(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: { readonly bundle: string },
): Promise<Result<string, { readonly kind: "forbidden" | "not-found" }>> {
  const page = await loadWorkflow(deps, actor, query);
  return page.ok ? ok(mermaidOf(page.value.lanes, page.value.design.bundle.title)) : page;
}

function forReader(design: WorkflowDesign, actor: Actor): WorkflowDesign {
  if (maySeePeople(actor)) return design;
  const roles = design.bundle.roles.filter((role) => role.headcount >= smallestGroup);
  return { ...design, bundle: { ...design.bundle, roles } };
}
