import { randomBytes } from "node:crypto";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findOrganizationOfLink,
  insertToolLink,
  insertToolReport,
  revokeToolLinks,
} from "#db/repositories/tool-reports.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record, sha256 } from "../governance/record.server.ts";

/** Days that a secret address may stand open. */
export const linkDays = [14, 30, 90] as const;

/**
 * Makes a secret address under which staff report the AI tools they use, and ends the one before. The secret is answered once and kept
 * only as a hash. Only who manages members may open a door without an account.
 */
export async function createToolLink(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  days: number,
): Promise<Result<{ readonly token: string }, { readonly kind: "forbidden" | "days-unknown" }>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  if (!(linkDays as readonly number[]).includes(days)) return fail({ kind: "days-unknown" });
  const token = randomBytes(24).toString("base64url");
  const id = deps.newId();
  const createdAt = deps.now();
  const expiresAt = new Date(createdAt.getTime() + days * 86_400_000);
  await deps.db.transaction(async (tx) => {
    await revokeToolLinks(tx, actor.organizationId, createdAt);
    const link = { id, tokenHash: sha256(token), createdBy: actor.userId, createdAt, expiresAt };
    await insertToolLink(tx, actor.organizationId, link);
    const after = { expires: isoDateOf(expiresAt) };
    await record(tx, actor, { action: "tools.open-form", subject: `tool-link:${id}`, after, at: createdAt });
  });
  return ok({ token });
}

/** Ends the secret address, so that it answers *not found* from now on. */
export async function revokeToolLink(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
): Promise<Result<null, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  const at = deps.now();
  const ended = await deps.db.transaction(async (tx) => {
    if (!(await revokeToolLinks(tx, actor.organizationId, at))) return false;
    await record(tx, actor, { action: "tools.close-form", subject: "tool-link:all", at });
    return true;
  });
  return ended ? ok(null) : fail({ kind: "not-found" });
}

/** What the form of staff shows: the organization's name, the tools and kinds of data to choose from, and nothing else. */
export async function loadToolForm(deps: Pick<Deps, "db" | "knowledge" | "now">, token: string) {
  const found = await findLink(deps, token);
  if (found === null) return fail({ kind: "not-found" as const });
  const { systems, dataKinds } = deps.knowledge.systemCatalogue;
  return ok({
    organization: found.name,
    tools: systems.map(({ id, name, category }) => ({ id, name, category })),
    dataKinds: dataKinds.map(({ id, label }) => ({ value: id, label })),
  });
}

async function findLink(
  { db, now }: Pick<Deps, "db" | "now">,
  token: string,
): Promise<{ organizationId: OrganizationId; name: string } | null> {
  return /^[\w-]{20,60}$/.test(token) ? findOrganizationOfLink(db, sha256(token), now()) : null;
}

export const reportBounds = { tool: 120, purpose: 500, department: 80 } as const;

/** Reports that may wait for one organization: more is no survey any more. */
const mostWaiting = 1_000;

export type ToolReportCommand = {
  readonly catalogueId: string | null;
  readonly tool: string;
  readonly purpose: string;
  readonly data: readonly string[];
  readonly department: string;
};

type ReportFailure =
  | { readonly kind: "not-found" | "too-many" }
  | {
      readonly kind: "invalid";
      readonly errors: Readonly<Record<string, "tool-missing" | "too-long" | "purpose-missing">>;
    };

/** Keeps what somebody says of a tool, without who it was: no address, no session, and of the time only the day. */
export async function reportTool(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  token: string,
  command: ToolReportCommand,
): Promise<Result<null, ReportFailure>> {
  const found = await findLink(deps, token);
  if (found === null) return fail({ kind: "not-found" });
  const { systems, dataKinds } = deps.knowledge.systemCatalogue;
  const known = systems.find(({ id }) => id === command.catalogueId);
  const tool = known?.name ?? clean(command.tool);
  const purpose = clean(command.purpose);
  const department = clean(command.department);
  const errors: Record<string, "tool-missing" | "too-long" | "purpose-missing"> = {};
  if (tool.length < 2 || !/\p{L}/u.test(tool)) errors.tool = "tool-missing";
  if (tool.length > reportBounds.tool) errors.tool = "too-long";
  if (purpose.length < 3) errors.purpose = "purpose-missing";
  if (purpose.length > reportBounds.purpose) errors.purpose = "too-long";
  if (department.length > reportBounds.department) errors.department = "too-long";
  if (Object.keys(errors).length > 0) return fail({ kind: "invalid", errors });

  const report = {
    id: deps.newId(),
    tool,
    catalogueId: known?.id ?? null,
    purpose,
    data: dataKinds.map(({ id }) => id).filter((id) => command.data.includes(id)),
    department: department === "" ? null : department,
    receivedOn: isoDateOf(deps.now()),
  };
  const kept = await deps.db.transaction((tx) => insertToolReport(tx, found.organizationId, report, mostWaiting));
  return kept ? ok(null) : fail({ kind: "too-many" });
}

/** Text on one line: control characters and runs of spaces become one space. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, " ").trim();
}
