import { createHash } from "node:crypto";
import { evidenceLimits, type FileTrouble, safeFileName } from "#app/domain/compliance/evidence/accepted-files.ts";
import {
  type EvidenceKindGiven,
  type EvidenceProblems,
  problemsOf,
} from "#app/domain/compliance/evidence/evidence-draft.ts";
import type { EvidenceId, FileId, SystemId } from "#app/domain/kernel/ids.ts";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertEvidence, listEvidenceByHash, measureEvidence } from "#db/repositories/evidence.server.ts";
import { insertFile } from "#db/repositories/files.server.ts";
import { findSystem } from "#db/repositories/systems.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

export type EvidenceCommand = EvidenceKindGiven & {
  readonly control: string;
  readonly system: SystemId | null;
  readonly validFrom: IsoDate | null;
  readonly expires: IsoDate | null;
};

export type EvidenceFailure =
  | { readonly kind: "forbidden" | "not-found" }
  | { readonly kind: "evidence-invalid"; readonly problems: EvidenceProblems }
  | { readonly kind: "file-refused"; readonly because: FileTrouble }
  | { readonly kind: "evidence-full" }
  | { readonly kind: "evidence-known"; readonly name: string };

type AddDeps = Pick<Deps, "db" | "knowledge" | "now" | "newId" | "compute">;

/**
 * Adds evidence to a control. A file is looked at by its bytes and kept as it is; the same bytes are kept once. Nothing counts
 * as reviewed until a second person has looked at it.
 */
export async function addEvidence(
  deps: AddDeps,
  actor: Actor,
  command: EvidenceCommand,
): Promise<Result<{ readonly id: EvidenceId }, EvidenceFailure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const { organizationId, userId } = actor;
  const { control, system } = command;
  if (!deps.knowledge.obligations.controls.some(({ id }) => id === control)) return fail({ kind: "not-found" });
  const about = system === null ? null : await findSystem(deps.db, organizationId, system);
  if (system !== null && (about === null || about.deletedAt !== null)) return fail({ kind: "not-found" });
  const at = deps.now();
  const validFrom = command.validFrom ?? isoDateOf(at);
  const problems = problemsOf({ ...command, validFrom });
  if (problems !== null) return fail({ kind: "evidence-invalid", problems });

  const content = await contentOf(deps, command);
  if (!content.ok) return content;
  const { bytes, type, name } = content.value;
  const sha256 = await hashOf(bytes);
  const twins = await listEvidenceByHash(deps.db, organizationId, sha256);
  const twin = twins.find((one) => one.control === control && one.systemId === system);
  if (twin !== undefined) return fail({ kind: "evidence-known", name: twin.name });
  const size = type === null ? null : bytes.byteLength;
  const known = type === null ? null : (twins.find(({ fileId }) => fileId !== null)?.fileId ?? null);
  if (!(await hasRoom(deps, actor, known === null ? (size ?? 0) : 0))) return fail({ kind: "evidence-full" });

  const id = deps.newId() as EvidenceId;
  const fileId = type === null ? null : (known ?? (deps.newId() as FileId));
  if (type !== null && known === null && fileId !== null) {
    const file = {
      id: fileId,
      organizationId,
      name,
      type,
      size: bytes.byteLength,
      sha256,
      createdAt: at,
      createdBy: userId,
    };
    await insertFile(deps.db, file, bytes, breathe);
  }
  const said = { kind: command.kind, name: command.name.trim() || name, expires: command.expires, validFrom, sha256 };
  await deps.db.transaction(async (tx) => {
    await insertEvidence(tx, {
      ...said,
      id,
      organizationId,
      control,
      systemId: system,
      note: command.note,
      href: command.kind === "link" ? command.href : null,
      fileId,
      mediaType: type,
      size,
      addedBy: userId,
      addedAt: at,
      review: "waiting",
      serves: [],
    });
    const after = { control, system, size, ...said };
    await record(tx, actor, { action: "evidence.add", subject: `evidence:${id}`, after, at });
  });
  return ok({ id });
}

type Content = { readonly bytes: Uint8Array; readonly type: string | null; readonly name: string };

async function contentOf(deps: AddDeps, command: EvidenceCommand): Promise<Result<Content, EvidenceFailure>> {
  if (command.kind !== "file") {
    const text = command.kind === "link" ? command.href : (command.note ?? "");
    return ok({ bytes: Buffer.from(text, "utf8"), type: null, name: command.name });
  }
  const { fileName, bytes } = command.file;
  const inspected = await inspect(deps, fileName, bytes);
  return inspected.ok ? ok({ bytes, type: inspected.value.type, name: safeFileName(fileName) }) : inspected;
}

async function inspect(deps: AddDeps, name: string, bytes: Uint8Array) {
  try {
    return await deps.compute.run("inspect-evidence", { name, bytes });
  } catch (error) {
    // What takes too long to look at was made to.
    if (!(error instanceof Error) || error.name !== "TaskCutOff") throw error;
    return fail({ kind: "file-refused" as const, because: "unpacks-too-large" as const });
  }
}

async function hasRoom(deps: AddDeps, actor: Actor, more: number): Promise<boolean> {
  const organization = await findOrganization(deps.db, actor.organizationId);
  const { pieces, bytes } = await measureEvidence(deps.db, actor.organizationId);
  const most =
    organization === null || organization.expiresAt === null ? evidenceLimits.organization : evidenceLimits.guest;
  return pieces < evidenceLimits.pieces && bytes + more <= most;
}

const hashedAtOnce = 1024 * 1024;

async function hashOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256");
  for (let from = 0; from < bytes.byteLength; from += hashedAtOnce) {
    hash.update(bytes.subarray(from, from + hashedAtOnce));
    await breathe();
  }
  return hash.digest("hex");
}
