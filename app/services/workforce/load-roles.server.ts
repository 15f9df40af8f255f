import type { MatchState } from "#app/domain/exposure/exposure-assessment.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Money } from "#app/domain/kernel/money.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import { totalHeadcount } from "#app/domain/workforce/headcount.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findExposureStanding } from "#db/repositories/exposure.server.ts";
import { listRemovedRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { breathe, inTurns } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { matchAhead, recogniseTitle } from "./recognise-titles.server.ts";
import { undoSince } from "./remove-role.server.ts";
import { rosterInTurns } from "./roster-in-turns.server.ts";

export type RoleLine = {
  readonly id: RoleId;
  readonly title: string;
  /** Null where the group is too small for this person to see. */
  readonly headcount: number | null;
  readonly pay: Money | null;
  readonly department: string | null;
  readonly site: string | null;
  readonly level: string | null;
  readonly country: string | null;
  readonly state: MatchState;
  readonly occupation: string | null;
};

export type RolesView = {
  readonly people: number;
  readonly roles: readonly RoleLine[];
  /** Titles that a person has to look at before their figures count as confirmed. */
  readonly waiting: number;
  readonly hidden: number;
  readonly payKnown: number;
  readonly removed: readonly { readonly id: RoleId; readonly title: string }[];
  readonly mayEdit: boolean;
};

type Roster = Omit<RolesView, "removed" | "mayEdit">;

/** A line is some 400 bytes. */
const rosters = keptValues<Roster>(60_000, ({ roles }) => 20 + roles.length, Object.freeze);

/** The roster as this person may see it: small groups are hidden from those who may not see persons. */
export async function loadRoles(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now">,
  actor: Actor,
): Promise<Result<RolesView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "workforce:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const { stamp } = await findExposureStanding(deps.db, organizationId);
  const { titles, occupations } = deps.knowledge;
  const seesPeople = maySeePeople(actor);
  const key = JSON.stringify([organizationId, stamp, seesPeople, titles.version, occupations.version]);
  const roster = await rosters(deps.db, key, () => rosterOf(deps, organizationId, seesPeople));
  const mayEdit = mayDo(actor.role, "workforce:edit");
  const removed = mayEdit ? await listRemovedRoles(deps.db, organizationId, undoSince(deps.now())) : [];
  return ok({ ...roster, removed: removed.map(({ role }) => ({ id: role.id, title: role.title })), mayEdit });
}

/** Worked out anew only when roles or choices changed. */
async function rosterOf(
  deps: Pick<Deps, "db" | "knowledge" | "compute">,
  organizationId: Actor["organizationId"],
  seesPeople: boolean,
): Promise<Roster> {
  const roles = await rosterInTurns(deps, organizationId);
  const hidden = new Set(seesPeople ? [] : suppressed(roles.map(({ headcount }) => headcount)));
  await matchAhead(deps, roles);
  const lines: RoleLine[] = [];
  const turn = inTurns();
  for (const [at, role] of roles.entries()) {
    lines.push(lineOf(role, hidden.has(at), deps.knowledge));
    await turn();
  }
  await breathe();
  const people = totalHeadcount(roles);
  return {
    people,
    roles: lines,
    waiting: new Set(lines.filter(waits).map(({ title }) => title.toLowerCase())).size,
    hidden: hidden.size,
    payKnown: people === 0 ? 0 : totalHeadcount(roles.filter(({ annualPay }) => annualPay !== undefined)) / people,
  };
}

function waits({ state }: RoleLine): boolean {
  return state === "unconfirmed" || state === "unmatched";
}

function lineOf(role: Role, hidden: boolean, knowledge: Deps["knowledge"]): RoleLine {
  const { state, match } = recogniseTitle(knowledge, role);
  const { annualPay: amount, currency } = role;
  return {
    id: role.id,
    title: role.title,
    headcount: hidden ? null : role.headcount,
    pay: hidden || amount === undefined || currency === undefined ? null : { amount, currency },
    department: role.department ?? null,
    site: role.site ?? null,
    level: role.level ?? null,
    country: role.country ?? null,
    state,
    occupation: match?.title ?? null,
  };
}
