import { randomUUID } from "node:crypto";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { controls } from "#app/knowledge/controls/index.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import type { Actor } from "#app/services/actor.ts";
import { addEvidence } from "#app/services/evidence/add-evidence.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { entries } from "#app/workers/entries.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { fakeMailer } from "#tests/fakes/fake-mailer.ts";
import { aMemberRow } from "./a-person.ts";
import { anOrganizationRow } from "./an-organization.ts";

const knowledge = { obligations, controls } as Knowledge;

/** An organization with somebody who adds evidence and somebody who may review it. The clock can be set. */
export async function anEvidenceDesk(reviewerRole: MemberRole = "manager") {
  const fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const adder = await aMemberRow(fresh.db, organization.id, "owner");
  const reviewer = await aMemberRow(fresh.db, organization.id, reviewerRole);
  const clock = { now: new Date("2026-11-22T12:00:00Z") };
  const mail = fakeMailer();
  const deps = {
    db: fresh.db,
    knowledge,
    mail,
    compute: createCompute({ folder: null, entries }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    origin: "https://groundwork.example",
    now: () => clock.now,
    newId: randomUUID as () => string,
  };
  return {
    organization,
    adder,
    reviewer,
    clock,
    mail,
    deps,
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

type Desk = Pick<Awaited<ReturnType<typeof anEvidenceDesk>>, "deps">;

export const aText = (fileName = "register.txt", text = "A register of systems.\n") =>
  ({ kind: "file", file: { fileName, bytes: Buffer.from(text) } }) as const;

/** Adds evidence of the AI inventory, a small text unless told otherwise. */
export function add(
  { deps }: Desk,
  actor: Actor,
  over: Partial<Parameters<typeof addEvidence>[2]> & { readonly expires?: IsoDate | null } = {},
) {
  const validFrom = isoDateOf(deps.now());
  const command = { control: "ai_inventory", system: null, name: "Register", note: null, validFrom, expires: null };
  return addEvidence(deps, actor, { ...command, ...aText(), ...over } as Parameters<typeof addEvidence>[2]);
}

/** The same where it has to work. */
export async function added(desk: Desk, actor: Actor, over: Parameters<typeof add>[2] = {}) {
  const result = await add(desk, actor, over);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.id;
}
