import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { askingsBetween, budgetFor } from "#app/domain/visibility/plan-probes.ts";
import {
  findLatestPromptSet,
  findProbeSettings,
  listScheduled,
  markStopped,
  sumCosts,
} from "#db/repositories/probes.server.ts";
import { takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { monthStart } from "./run-probes.server.ts";

const slotMs = 30 * 60_000;

/** Queues, for every organization that is probed by the clock, the askings whose time has come. */
export async function scheduleProbes(deps: Pick<Deps, "db" | "knowledge" | "now" | "newId" | "ai">): Promise<void> {
  if (deps.ai.model === null) return;
  for (const organizationId of await listScheduled(deps.db)) await scheduleFor(deps, organizationId);
}

async function scheduleFor(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  organizationId: OrganizationId,
): Promise<void> {
  const facts = deps.knowledge.visibility.probes;
  const now = deps.now();
  const [set, settings, spent] = await Promise.all([
    findLatestPromptSet(deps.db, organizationId),
    findProbeSettings(deps.db, organizationId),
    sumCosts(deps.db, organizationId, monthStart(now)),
  ]);
  if (set === null || settings === null) return;
  if (!budgetFor(spent, settings.monthlyBudgetUsd, facts).fits) {
    if (settings.stoppedBecause !== "budget") await markStopped(deps.db, organizationId, "budget");
    return;
  }
  // The half hour before this one: what fell into hours when nothing ran stays unasked, because caught up it would come in a bunch.
  const slot = Math.floor(now.getTime() / slotMs);
  const ids = set.prompts.map(({ id }) => id);
  const due = askingsBetween(ids, facts.runs, Math.max((slot - 1) * slotMs, set.createdAt.getTime()), slot * slotMs);
  for (const week of new Set(due.map((asking) => asking.week))) {
    const askings = due.filter((each) => each.week === week).map(({ promptId, run }) => ({ promptId, run }));
    const id = `probes/${set.id}/${week}/${slot}`;
    await deps.db.transaction(async (tx) => {
      const taken = await takeAllowance(deps, tx, organizationId, "probe-runs", askings.length);
      if (!taken.ok) return markStopped(tx, organizationId, "allowance");
      await enqueue(
        deps,
        tx,
        "visibility.run-probes",
        { organizationId, promptSetId: set.id, batch: `week-${week}`, askings },
        { id },
      );
    });
  }
}
