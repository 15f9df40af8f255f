import type { Forecast } from "#app/domain/kernel/forecast.ts";
import type { OutcomeId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import { addDays, type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { type CalibrationReport, calibration } from "#app/domain/learning/calibration.ts";
import { followUpShare } from "#app/domain/learning/silence.ts";
import type { PlanItem } from "#app/domain/planning/plan.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findSharing, type KeptOutcome, listOutcomes } from "#db/repositories/outcomes.server.ts";
import { findPlanOf, findPlanVersion, type PlanVersion } from "#db/repositories/plans.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { standing } from "./gather-evidence.server.ts";

export type WaitingItem = Pick<PlanItem, "id" | "title" | "owner" | "start" | "finish" | "forecast"> & {
  /** Due once its finish has passed; before that it may be recorded. */
  readonly due: boolean;
  /** One silent owner in four, drawn by chance, is asked by name: silence says something too. */
  readonly asked: boolean;
};

export type OutcomeLine = {
  readonly id: OutcomeId;
  readonly planVersionId: PlanVersionId;
  readonly itemId: string;
  readonly title: string;
  readonly forecast: Forecast | null;
  readonly observed: number;
  readonly observedOn: IsoDate;
  readonly basis: KeptOutcome["basis"];
  readonly note: string | null;
  readonly corrected: boolean;
};

export type OutcomesView = {
  readonly plan: { readonly id: PlanVersionId; readonly number: number } | null;
  readonly waiting: readonly WaitingItem[];
  readonly outcomes: readonly OutcomeLine[];
  readonly calibration: CalibrationReport;
  readonly shares: boolean;
  readonly mayRecord: boolean;
  readonly mayShare: boolean;
  readonly today: IsoDate;
};

/** Days after its finish from which a silent item may be drawn to be asked about. */
const patienceDays = 14;

/** What waits to be recorded, what was, and whether forecasts came true. */
export async function loadOutcomes(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
): Promise<Result<OutcomesView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [approved, rows, sharing] = await Promise.all([
    findPlanOf(deps.db, organizationId, "approved"),
    listOutcomes(deps.db, organizationId),
    findSharing(deps.db, organizationId),
  ]);
  const versions = await versionsOf(deps, actor, rows);
  const today = isoDateOf(deps.now());
  const kept = standing(rows);
  const lines = rows.map((row) => lineOf(row, versions, kept));
  const seen = kept.flatMap((row) => {
    const forecast = itemOf(row, versions)?.forecast;
    return forecast === undefined ? [] : [{ forecast, outcome: row }];
  });
  return ok({
    plan: approved === null ? null : { id: approved.id, number: approved.number },
    waiting: approved === null ? [] : waitingOf(approved, kept, today),
    outcomes: lines,
    calibration: calibration(seen),
    shares: sharing !== null,
    mayRecord: mayDo(actor.role, "outcome:record"),
    mayShare: mayDo(actor.role, "organization:edit"),
    today,
  });
}

/** Started items of the plan in force without an outcome yet, the longest finished first. */
function waitingOf(version: PlanVersion, kept: readonly KeptOutcome[], today: IsoDate): readonly WaitingItem[] {
  const recorded = new Set(kept.map(({ itemId }) => itemId));
  return version.plan.items
    .filter((item) => item.start <= today && !recorded.has(item.id))
    .map(({ id, title, owner, start, finish, forecast }) => {
      const chance = randomFrom(seedFrom(`follow-up/${version.organizationId}/${id}`))();
      const asked = addDays(finish, patienceDays) <= today && chance < followUpShare;
      return { id, title, owner, start, finish, forecast, due: finish <= today, asked };
    })
    .sort((a, b) => (a.finish < b.finish ? -1 : a.finish > b.finish ? 1 : a.id < b.id ? -1 : 1));
}

type Versions = ReadonlyMap<PlanVersionId, PlanVersion>;

async function versionsOf(deps: Pick<Deps, "db">, actor: Actor, rows: readonly KeptOutcome[]): Promise<Versions> {
  const ids = [...new Set(rows.map(({ planVersionId }) => planVersionId))];
  const found = await Promise.all(ids.map((id) => findPlanVersion(deps.db, actor.organizationId, id)));
  return new Map(found.flatMap((version) => (version === null ? [] : [[version.id, version] as const])));
}

function itemOf(row: KeptOutcome, versions: Versions): PlanItem | undefined {
  return versions.get(row.planVersionId)?.plan.items.find(({ id }) => id === row.itemId);
}

function lineOf(row: KeptOutcome, versions: Versions, kept: readonly KeptOutcome[]): OutcomeLine {
  const item = itemOf(row, versions);
  const { id, planVersionId, itemId, observed, observedOn, basis, note } = row;
  const title = item?.title ?? itemId;
  const corrected = !kept.some((each) => each.id === id);
  return {
    id,
    planVersionId,
    itemId,
    title,
    forecast: item?.forecast ?? null,
    observed,
    observedOn,
    basis,
    note,
    corrected,
  };
}
