import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { rebased } from "#app/domain/kernel/money.ts";
import {
  clearAssessmentParts,
  insertAssessmentInParts,
  insertAssessmentPart,
} from "#db/repositories/assessment-parts.server.ts";
import { type ExposureStanding, findExposureStanding, findNewestExposure } from "#db/repositories/exposure.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { listTitleChoices } from "#db/repositories/title-choices.server.ts";
import { listRolesBehind } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { Knowledge } from "../knowledge.ts";
import type { RosterQuestion } from "../ports/compute.ts";
import { rememberMatches } from "../workforce/recognise-titles.server.ts";

/** Roles from which an assessment is made in turns: below, handing over the whole takes no longer than a page does. */
export const rolesInTurns = 1_000;

const rolesAtOnce = 200;

/** Tells whether what a large assessment rests on is still so, without reading the roles. */
export function rosterStamp(
  { stamp }: Pick<ExposureStanding, "stamp">,
  { version, occupations, titles }: Pick<Knowledge, "version" | "occupations" | "titles">,
): string {
  return JSON.stringify([stamp, version, occupations.version, titles.version]);
}

/**
 * Assesses a large roster and keeps the result without ever holding it in this thread. Ends with the id of the newest assessment:
 * that of before when nothing changed since.
 */
export async function assessRoster(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  actor: Pick<Actor, "userId" | "organizationId" | "requestId">,
  scenario: AdoptionName,
): Promise<AssessmentId> {
  const { organizationId, userId } = actor;
  const organization = await findOrganization(deps.db, organizationId);
  const newest = await findNewestExposure(deps.db, organizationId);
  const stamp = rosterStamp(await findExposureStanding(deps.db, organizationId), deps.knowledge);
  const chosen = await listTitleChoices(deps.db, organizationId);
  const currency = organization?.currency ?? "USD";
  const asOf = isoDateOf(deps.now());
  const id = deps.newId() as AssessmentId;
  const parts = { input: 0, result: 0 };

  async function rolesBehind(after: string) {
    const found = await listRolesBehind(deps.db, organizationId, after, rolesAtOnce, chosen);
    return found.map(({ role }) => role);
  }
  const answer = async (question: RosterQuestion): Promise<unknown> => {
    await breathe();
    if (question.kind === "roles") return rolesBehind(question.after);
    if (question.kind === "hash") {
      return newest?.inputHash !== question.inputHash || newest.asOf !== asOf || newest.stamp !== stamp;
    }
    if (question.kind === "matched") return rememberMatches(deps.knowledge.titles, question.titles);
    const { of, text } = question;
    await insertAssessmentPart(deps.db, { assessmentId: id, organizationId, of, part: parts[of]++, text });
    return null;
  };
  const rates = rebased(deps.knowledge.interventions.rates, currency);
  const assessed = await deps.compute
    .run("assess-roster", { asOf, currency, rates, scenario }, { answer })
    .catch(async (cause) => {
      await clearAssessmentParts(deps.db, organizationId, id);
      throw cause;
    });
  if (assessed === null && newest !== null) return newest.id;
  if (assessed === null) throw new Error("a roster was left unassessed though none was before");

  const { inputHash, version, score, coverage } = assessed;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const row = { id, organizationId, asOf, knowledgeVersion: version, inputHash, createdAt: at, createdBy: userId };
    await insertAssessmentInParts(tx, row, parts, { scenario, stamp });
    await record(tx, actor, {
      action: "exposure.assess",
      subject: `assessment:${id}`,
      after: { score, coverage, scenario },
      at,
    });
  });
  return id;
}
