import type { EvidenceId } from "#app/domain/kernel/ids.ts";
import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Actor } from "#app/services/actor.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import { changeControl } from "#app/services/evidence/change-control.server.ts";
import { reviewEvidence } from "#app/services/evidence/review-evidence.server.ts";
import { endEvidence } from "#app/services/evidence/watch-evidence.server.ts";
import { findEvidence } from "#db/repositories/evidence.server.ts";
import { type DemonstrationEvidence, describedControls, evidence } from "./evidence.ts";
import { counsel, reviewer } from "./people.ts";
import { type Happening, must, systemNamed, writtenBy } from "./seeding.server.ts";

/** Controls with their owners, and evidence in every state, by the services that the pages use. A second person reviewed it. */
export function evidenceShown(actor: Actor): Happening[] {
  const described = describedControls.map(
    ({ control, owner, how }): Happening => ({
      daysAgo: 90,
      happen: async (deps) => {
        const words = { control, owner, how, note: null, version: 0 };
        must(control, await changeControl(deps, writtenBy(actor, counsel), words));
      },
    }),
  );
  return [...described, ...evidence.flatMap((one) => lifeOf(one, actor))];
}

/** Added, then reviewed or not, then ended or not. */
function lifeOf(one: DemonstrationEvidence, actor: Actor): Happening[] {
  const { control, name, note, endsIn, addedDaysAgo, addedBy, review } = one;
  let id = "" as EvidenceId;
  const life: Happening[] = [
    {
      daysAgo: addedDaysAgo,
      happen: async (deps) => {
        const system = one.system === null ? null : await systemNamed(deps, actor, one.system);
        const expires = endsIn === null ? null : addDays(isoDateOf(deps.now()), addedDaysAgo + endsIn);
        const command = { control, system, name, note, expires, validFrom: null, ...contentOf(one) };
        ({ id } = must(name, await addEvidence(deps, writtenBy(actor, addedBy), command)));
      },
    },
  ];
  if (review !== null) {
    const { verdict, serves = [], daysAgo } = review;
    const happen: Happening["happen"] = async (deps) => {
      const judged = { id, version: 1, verdict, note: review.note, serves };
      must(`review of ${name}`, await reviewEvidence(deps, writtenBy(actor, reviewer), judged));
    };
    life.push({ daysAgo, happen });
  }
  if (endsIn !== null && endsIn < 0) {
    const happen: Happening["happen"] = async (deps) => {
      const ended = await findEvidence(deps.db, actor.organizationId, id);
      if (ended !== null) await endEvidence(deps, ended);
    };
    life.push({ daysAgo: -endsIn - 1, happen });
  }
  return life;
}

function contentOf(one: DemonstrationEvidence) {
  if (one.kind === "note") return { kind: one.kind };
  if (one.kind === "link") return { kind: one.kind, href: one.href };
  return { kind: one.kind, file: { fileName: one.fileName, bytes: Buffer.from(one.text, "utf8") } };
}
