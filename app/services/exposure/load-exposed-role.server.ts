import type { RoleExplanation } from "#app/domain/exposure/explain-role.ts";
import type { OccupationMatch, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import { type NationalPay, nationalPay } from "#app/domain/exposure/national-pay.ts";
import { ownPlaces } from "#app/domain/exposure/own-places.ts";
import { type FoundOccupation, searchOccupations } from "#app/domain/exposure/search-occupations.ts";
import type { ActivityStatements, StatementSource } from "#app/domain/exposure/statements.ts";
import type { OwnWay } from "#app/domain/exposure/ways-of-organization.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Gates, Role } from "#app/domain/workforce/role.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { findStatements } from "./find-statements.server.ts";
import { explained, findRoleInSight } from "./role-in-sight.server.ts";

export type ExposedRole = Pick<RoleExplanation, "activities" | "gateChanges" | "width" | "changes" | "byPay"> & {
  readonly role: Omit<RoleExposure, "drivers" | "redeployment">;
  readonly asOf: string;
  readonly currency: string;
  readonly knowledge: { readonly pack: string; readonly version: string };
  readonly candidates: readonly OccupationMatch[];
  readonly gates: Gates;
  readonly ways: readonly OwnWay[];
  /** Fall in US median pay beyond which a way counts as paying less. */
  readonly lowerPay: number;
  readonly pay: NationalPay | null;
  /** The occupation's tasks in O*NET's words, by activity; null source where this deployment has not loaded them. */
  readonly statements: readonly ActivityStatements[];
  readonly statementSource: StatementSource | null;
  readonly statedTasks: number;
  /** What was searched for in the place of a guess, and what was found. */
  readonly search: { readonly query: string; readonly found: readonly FoundOccupation[] } | null;
  /** Of the role in the roster, for the form of gates; null when the role is gone. */
  readonly version: number | null;
  readonly mayEdit: boolean;
};

/** One assessed role down to its activities, computed from the roles that the assessment kept. */
export async function loadExposedRole(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  roleId: RoleId,
  query = "",
): Promise<Result<ExposedRole, { readonly kind: "forbidden" | "not-found" | "small" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const found = await findRoleInSight(deps, actor, roleId);
  if (!found.ok) return found;
  const { assessment, result, role, hidden } = found.value;
  const why = await explained(deps, actor, found.value);
  const [kept, organization, { statements, source }] = await Promise.all([
    findRole(deps.db, actor.organizationId, roleId),
    findOrganization(deps.db, actor.organizationId),
    findStatements(deps, why),
  ]);

  const { drivers: _, redeployment: __, ...figures } = result;
  return ok({
    role: figures,
    asOf: assessment.asOf,
    currency: assessment.currency,
    knowledge: assessment.knowledge,
    activities: why.activities,
    gateChanges: why.gateChanges,
    width: why.width,
    changes: why.changes,
    byPay: why.byPay,
    candidates: result.candidates,
    gates: role.gates ?? {},
    ways: why.ways.map((way) => ({ ...way, own: ownPlaces(way.onet, result, assessment.roles, hidden) })),
    lowerPay: deps.knowledge.occupations.model.lowerPay,
    pay:
      why.occupation === null
        ? null
        : nationalPay(why.occupation, payOf(role, organization?.country ?? null, assessment.currency)),
    statements,
    statementSource: source,
    statedTasks: role.tasks?.length ?? 0,
    search: searched(deps, query),
    version: kept === null || kept.deletedAt !== null ? null : kept.version,
    mayEdit: mayDo(actor.role, "workforce:edit"),
  });
}

function searched({ knowledge }: Pick<Deps, "knowledge">, query: string): ExposedRole["search"] {
  const text = query.trim();
  if (text === "") return null;
  const { match } = matcherOf(knowledge.titles);
  return { query: text, found: searchOccupations(text, knowledge.occupations, (title) => match(title)) };
}

function payOf(role: Role, country: string | null, currency: string) {
  const { annualPay } = role;
  const pay = annualPay === undefined ? null : { amount: annualPay, currency: role.currency ?? currency };
  return { pay, country: role.country ?? country };
}
