import { isSure } from "#app/domain/compliance/changed-duties.ts";
import type { FactChange } from "#app/domain/compliance/changed-facts.ts";
import { type By, keptCause } from "#app/domain/compliance/kept-cause.ts";
import { type CausedChange, firstLook, lookAgain } from "#app/domain/compliance/look-again.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Database } from "#db/client.server.ts";
import { findLastDoers } from "#db/repositories/governance.server.ts";
import { findLook, insertChanges, type KeptLook, keepLook } from "#db/repositories/radar.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { hashOfFacts } from "./assess-facts.ts";
import { type LoadedFacts, loadFacts } from "./load-facts.server.ts";

/** What a look came to: the first one only remembers; `elsewhere` means that another look was kept meanwhile. */
export type Looked =
  | { readonly kind: "first" | "unchanged" | "elsewhere" }
  | { readonly kind: "changed"; count: number };

/** Who looks: the house by itself, or somebody who asked. */
type Doer = { readonly userId: string; readonly requestId: string };

const house: Doer = { userId: "system", requestId: "schedule" };

/**
 * Compares an organization's duties with the last look and keeps what changed, with why, in one transaction with the look
 * itself. May run twice, and at once: a look that changes nothing writes nothing, and of two only one is kept.
 */
export async function lookAtDuties(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  organizationId: OrganizationId,
  doer: Doer = house,
): Promise<Looked> {
  const last = await findLook(deps.db, organizationId);
  const loaded = await loadFacts(deps.db, organizationId);

  const { obligations: pack } = deps.knowledge;
  const lookedAt = deps.now();
  const today = isoDateOf(lookedAt);
  const inputHash = hashOfFacts(loaded.facts);
  if (last === null) {
    const look = { ...firstLook(loaded.facts, pack, today), inputHash, lookedAt, number: 1 };
    const first = await deps.db.transaction((tx) => keep(tx, { organizationId, doer, look, rows: [] }));
    return { kind: first ? "first" : "elsewhere" };
  }
  const { changes, look } = lookAgain(last, loaded.facts, pack, today);
  if (look === last) return { kind: "unchanged" };
  const behind = await whoIsBehind(deps.db, organizationId, changes, loaded);

  const number = last.number + 1;
  const rows = changes.map((change) => ({
    ...change,
    id: deps.newId(),
    look: number,
    cause: keptCause(change.cause, behind),
    sure: isSure(change),
    foundAt: lookedAt,
  }));
  const kept = await deps.db.transaction((tx) =>
    keep(tx, { organizationId, doer, look: { ...look, inputHash, lookedAt, number }, rows }),
  );
  if (!kept) return { kind: "elsewhere" };
  return rows.length === 0 ? { kind: "unchanged" } : { kind: "changed", count: rows.length };
}

type Keeping = {
  readonly organizationId: OrganizationId;
  readonly doer: Doer;
  readonly look: KeptLook;
  readonly rows: Parameters<typeof insertChanges>[2];
};

/** Keeps a look with what it found; false when another was faster. The log names what was found, and who asked. */
async function keep(tx: Database, { organizationId, doer, look, rows }: Keeping): Promise<boolean> {
  if (!(await keepLook(tx, organizationId, look))) return false;
  await insertChanges(tx, organizationId, rows);
  if (rows.length === 0 && doer === house) return true;
  await record(
    tx,
    { userId: doer.userId, requestId: doer.requestId, organizationId },
    {
      action: "compliance.find-changes",
      subject: `duty-look:${look.number}`,
      after: { asOf: look.asOf, pack: look.packVersion, changes: rows.length },
      at: look.lookedAt,
    },
  );
  return true;
}

/** The same when somebody asks for it, without waiting for the clock. */
export async function lookNow(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
): Promise<Result<Looked, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  return ok(await lookAtDuties(deps, actor.organizationId, actor));
}

async function whoIsBehind(
  db: Database,
  organizationId: OrganizationId,
  changes: readonly CausedChange[],
  { answers }: LoadedFacts,
): Promise<(fact: FactChange) => By> {
  const systems = changes.flatMap(({ cause }) =>
    cause.kind === "facts" ? cause.facts.flatMap(({ system }) => (system === null ? [] : [`system:${system}`])) : [],
  );
  const doers = await findLastDoers(db, organizationId, [...new Set(systems)]);
  return (fact) => {
    if (fact.kind === "answer" && fact.system === null) {
      const kept = answers.get(fact.fact);
      return { by: kept?.answeredBy ?? null, at: kept?.answeredAt.toISOString() ?? null };
    }
    const doer = doers.get(`system:${fact.system}`);
    return { by: doer?.by ?? null, at: doer?.at.toISOString() ?? null };
  };
}
