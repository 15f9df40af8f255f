import type { UserId } from "#app/domain/kernel/ids.ts";
import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import { changeControl } from "#app/services/evidence/change-control.server.ts";
import { reviewEvidence } from "#app/services/evidence/review-evidence.server.ts";
import { listSystems } from "#db/repositories/systems.server.ts";
import { type DemonstrationEvidence, describedControls, evidence } from "./evidence.ts";

type Must = <Value>(
  what: string,
  result: { ok: true; value: Value } | { ok: false; failure: unknown },
) => Promise<Value>;

/** Controls with their owners, and evidence in every state, by the services that the pages use. A second person reviewed it. */
export async function showEvidence(on: (daysAgo: number) => Deps, actor: Actor, must: Must): Promise<void> {
  const { db } = on(0);
  const systems = new Map((await listSystems(db, actor.organizationId)).map(({ id, name }) => [name, id]));
  for (const { control, owner, how } of describedControls) {
    await must(control, await changeControl(on(90), actor, { control, owner, how, note: null, version: 0 }));
  }
  const colleague: Actor = { ...actor, userId: "demonstration/colleague" as UserId, role: "editor" };
  const today = isoDateOf(on(0).now());
  for (const one of evidence) {
    const { control, name, note, endsIn, addedDaysAgo, review } = one;
    const system = one.system === null ? null : (systems.get(one.system) ?? null);
    const expires = endsIn === null ? null : addDays(today, endsIn);
    const command = { control, system, name, note, expires, validFrom: null, ...contentOf(one) };
    const { id } = await must(name, await addEvidence(on(addedDaysAgo), actor, command));
    if (review === null) continue;
    const judged = { id, version: 1, verdict: review.verdict, note: review.note, serves: review.serves ?? [] };
    await must(`review of ${name}`, await reviewEvidence(on(review.daysAgo), colleague, judged));
  }
}

function contentOf(one: DemonstrationEvidence) {
  if (one.kind === "note") return { kind: one.kind };
  if (one.kind === "link") return { kind: one.kind, href: one.href };
  return { kind: one.kind, file: { fileName: one.fileName, bytes: Buffer.from(one.text, "utf8") } };
}
