import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Permission } from "#app/domain/tenancy/permissions.ts";
import { countWhatWaits, type WhatWaits } from "#db/repositories/frame.server.ts";
import { readPlan } from "#db/repositories/results.server.ts";
import { listWorkspaces } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { SignedInUser } from "../ports/identity.ts";
import type { OrganizationSummary } from "./find-actor.server.ts";

/** Which permission opens each place of the navigation. */
const doors = {
  overview: "organization:enter",
  workforce: "workforce:read",
  exposure: "assessment:read",
  compliance: "assessment:read",
  visibility: "assessment:read",
  readiness: "assessment:read",
  plan: "plan:read",
  workflows: "plan:read",
  upskilling: "plan:read",
  outcomes: "plan:read",
  changes: "plan:read",
  governance: "audit:read",
  reports: "report:read",
  settings: "organization:read",
} as const satisfies Record<string, Permission>;

/** More than these are found on the practice's own page. */
const mostWorkspaces = 20;

export type FrameArea = keyof typeof doors;

/** What stands around every page of an organization: where one is, what may be opened, and what waits for the person. */
export async function loadFrame(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  organization: OrganizationSummary,
  person: SignedInUser | null,
) {
  const areas = (Object.keys(doors) as FrameArea[]).filter((area) => mayDo(actor.role, doors[area]));
  const [workspaces, waits] = await Promise.all([
    person === null ? [] : listWorkspaces(deps.db, person.userId, deps.now()),
    countWhatWaits(deps.db, actor.organizationId),
  ]);
  const today = isoDateOf(deps.now());
  const counts = {
    workforce: waits.roles,
    compliance: mayDo(actor.role, "facts:edit") ? waits.reports : 0,
    plan: waits.plan?.number ?? 0,
    outcomes: areas.includes("outcomes") ? await countToRecord(deps, actor, waits, today) : 0,
    changes: waits.proposals,
  };
  return {
    organization: { name: organization.name, slug: organization.slug },
    areas,
    counts,
    asOf: today as string,
    knowledgeVersion: deps.knowledge.version,
    demonstration: organization.kind === "demonstration",
    workspaces: workspaces.slice(0, mostWorkspaces).map(({ name, slug }) => ({ name, slug })),
    ...(person === null ? {} : { person: { name: person.name } }),
  };
}

/** Items of the plan in force that should be finished and whose outcome nobody recorded. */
async function countToRecord(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { plan, recorded }: WhatWaits,
  today: IsoDate,
): Promise<number> {
  if (plan === null) return 0;
  const inForce = await readPlan(deps.db, actor.organizationId, plan.id);
  const known = new Set(recorded);
  return inForce?.plan.items.filter(({ id, finish }) => finish <= today && !known.has(id)).length ?? 0;
}
