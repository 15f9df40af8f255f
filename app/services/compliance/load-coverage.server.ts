import { coverageOf } from "#app/domain/compliance/coverage.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** What the packs cover on the day it is: every law with its duties, how they were checked and when they are looked at again. */
export async function loadCoverage(deps: Pick<Deps, "knowledge" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  return ok(coverageOf(deps.knowledge.obligations, isoDateOf(deps.now())));
}
