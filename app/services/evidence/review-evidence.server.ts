import type { EvidenceId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findEvidence, updateEvidence } from "#db/repositories/evidence.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

export type EvidenceReview = {
  readonly id: EvidenceId;
  readonly version: number;
  readonly verdict: "accepted" | "sent-back";
  readonly note: string | null;
  /** Duties that it shows in full although its control is only part of them. */
  readonly serves: readonly string[];
};

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" | "own-evidence" | "reason-needed" };

/** A second person looks at evidence: never the one who added it. Whoever sends it back says why. A later review replaces this one. */
export async function reviewEvidence(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { id, version, verdict, note, serves }: EvidenceReview,
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "evidence:review")) return fail({ kind: "forbidden" });
  const found = await findEvidence(deps.db, actor.organizationId, id);
  if (found === null || found.removedAt !== null) return fail({ kind: "not-found" });
  if (found.addedBy === actor.userId) return fail({ kind: "own-evidence" });
  if (verdict === "sent-back" && (note ?? "").trim() === "") return fail({ kind: "reason-needed" });

  const asked = deps.knowledge.controls.relations.ofControl.get(found.control);
  const shown = verdict === "accepted" ? [...new Set(serves)].filter((duty) => asked?.has(duty)).sort() : [];
  const at = deps.now();
  const saved = await deps.db.transaction(async (tx) => {
    const change = { review: verdict, reviewedBy: actor.userId, reviewedAt: at, reviewNote: note, serves: shown };
    if (!(await updateEvidence(tx, actor.organizationId, id, change, version))) return false;
    await record(tx, actor, {
      action: verdict === "accepted" ? "evidence.accept" : "evidence.send-back",
      subject: `evidence:${id}`,
      before: { review: found.review },
      after: { review: verdict, note, serves: shown },
      at,
    });
    return true;
  });
  return saved ? ok(undefined) : fail({ kind: "conflict" });
}
