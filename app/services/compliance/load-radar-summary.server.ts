import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { countUnnoted } from "#db/repositories/radar.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { comingChanges } from "./coming-changes.server.ts";

/** The figures of the panel on the overview: what changes by itself within 90 days, and what was found and not noted. */
export async function loadRadarSummary(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const today = isoDateOf(deps.now());
  const [{ soon, within90, lawTitles }, waiting] = await Promise.all([
    comingChanges(deps, actor.organizationId, today),
    countUnnoted(deps.db, actor.organizationId),
  ]);

  const next = soon.slice(0, 3).map(({ date, changes }) => ({
    date,
    duties: changes.length,
    law: lawTitles.get(changes[0]?.instrument ?? "") ?? "",
  }));
  return ok({ within90, waiting, next });
}
