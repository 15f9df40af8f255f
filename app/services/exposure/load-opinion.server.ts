import type { DutyView } from "#app/domain/exposure/duties-view.ts";
import { opinionParts, opinionRuns } from "#app/domain/exposure/duty-opinion.ts";
import { type OpinionView, viewOpinion } from "#app/domain/exposure/opinion-view.ts";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { listOpenJobs } from "#db/repositories/jobs.server.ts";
import { type DutyOpinionRow, listDutyOpinions } from "#db/repositories/opinions.server.ts";
import type { Deps } from "../deps.ts";

export type DutyOpinions = {
  /** The model that would be asked, or null without a key. */
  readonly model: string | null;
  /** How many calls asking about the saved duties takes. */
  readonly calls: number;
  readonly asking: { readonly done: number; readonly planned: number } | null;
  /** The newest opinion that has a label, or else the newest. */
  readonly shown: {
    readonly at: number;
    readonly model: string;
    readonly promptVersion: string;
    readonly view: OpinionView;
  } | null;
  /** When a later question than the one shown ended without any label, and with what troubles. */
  readonly failed: { readonly at: number; readonly troubles: readonly string[] } | null;
};

/** Enough for several questions about the most duties a role may have. */
const callsLooked = 48;

/** What a model said of the saved duties, beside our own labels. */
export async function loadOpinion(
  deps: Pick<Deps, "ai" | "db">,
  organizationId: OrganizationId,
  roleId: RoleId,
  duties: readonly DutyView[],
): Promise<DutyOpinions> {
  const [rows, asking] = await Promise.all([
    listDutyOpinions(deps.db, organizationId, roleId, callsLooked),
    askingAbout(deps.db, organizationId, roleId),
  ]);
  const batches = [...new Set(rows.map(({ batch }) => batch))].map((id) => rows.filter(({ batch }) => batch === id));
  const newest = batches.at(-1);
  const shown = batches.findLast((batch) => batch.some(({ outcome }) => outcome.kind === "labelled")) ?? newest;
  return {
    model: deps.ai.model,
    calls: opinionParts(duties.map(({ task }) => task.text)).length * opinionRuns.length,
    asking,
    shown: shown === undefined ? null : opinionOf(shown, duties),
    failed: newest === undefined || newest === shown ? null : failureOf(newest, duties),
  };
}

/** How far the open question about a role is, or null when none is open. */
export async function askingAbout(
  db: Database,
  organizationId: OrganizationId,
  roleId: RoleId,
): Promise<{ readonly done: number; readonly planned: number } | null> {
  const open = await listOpenJobs(db, organizationId, "exposure.ask-duties");
  const job = open.find(({ payload }) => (payload as { readonly roleId?: unknown }).roleId === roleId);
  if (job === undefined) return null;
  const { parts } = job.payload as { readonly parts: readonly unknown[] };
  const { done = 0 } = (job.progress ?? {}) as { readonly done?: number };
  return { done, planned: parts.length * opinionRuns.length };
}

function opinionOf(batch: readonly DutyOpinionRow[], duties: readonly DutyView[]): DutyOpinions["shown"] {
  const last = batch.at(-1);
  if (last === undefined) return null;
  return {
    at: last.at.getTime(),
    model: last.model,
    promptVersion: last.promptVersion,
    view: viewOpinion(duties, batch),
  };
}

function failureOf(batch: readonly DutyOpinionRow[], duties: readonly DutyView[]): DutyOpinions["failed"] {
  return { at: batch.at(-1)?.at.getTime() ?? 0, troubles: viewOpinion(duties, batch).troubles };
}
