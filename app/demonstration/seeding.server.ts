import type { SystemId } from "#app/domain/kernel/ids.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { listSystems } from "#db/repositories/systems.server.ts";
import type { Colleague } from "./people.ts";

/** Something that happened so many days before today. `deps` are those of that day: their clock stands there. */
export type Happening = { readonly daysAgo: number; readonly happen: (deps: Deps) => Promise<unknown> };

const day = 86_400_000;

/** Lets everything happen in the order of its days, so that the log reads as it was written. */
export async function inOrderOfDays(deps: Deps, happenings: readonly Happening[]): Promise<void> {
  const today = deps.now();
  for (const { daysAgo, happen } of [...happenings].sort((a, b) => b.daysAgo - a.daysAgo)) {
    const then = new Date(today.getTime() - daysAgo * day);
    await happen({ ...deps, now: () => then });
  }
}

/** The value of a service that has to succeed for there to be a demonstration. */
export function must<Value>(what: string, result: { ok: true; value: Value } | { ok: false; failure: unknown }): Value {
  if (!result.ok) throw new Error(`The demonstration could not be seeded: ${what}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The organization of `actor`, when a colleague writes. */
export function writtenBy(actor: Actor, { userId }: Colleague): Actor {
  return { ...actor, userId, role: "editor" };
}

/** The system that was entered with a name. */
export async function systemNamed(deps: Pick<Deps, "db">, actor: Actor, name: string): Promise<SystemId> {
  const system = (await listSystems(deps.db, actor.organizationId)).find((one) => one.name === name);
  if (system === undefined) throw new Error(`The demonstration has no system ${name}`);
  return system.id;
}
