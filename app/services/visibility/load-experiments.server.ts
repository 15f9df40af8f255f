import { addDays, type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { sharesOf, usualRuns } from "#app/domain/visibility/answer-lines.ts";
import { smallestChangeSeen } from "#app/domain/visibility/compare-periods.ts";
import { experimentMeasures, readExperiment } from "#app/domain/visibility/judge-experiment.ts";
import { unbranded } from "#app/domain/visibility/share-of-answers.ts";
import { type ExperimentRow, findExperiment, listExperiments } from "#db/repositories/experiments.server.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type GatheredAnswers, gatherAnswers, newestOf } from "./gather-answers.server.ts";
import { recentOf } from "./load-probes.server.ts";

const examples = [5, 10, 15, 20] as const;

/** All experiments with how each stands, and what a new one could see. */
export async function loadExperiments(deps: Pick<Deps, "db" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const rows = await listExperiments(deps.db, organizationId);
  const gathered = await gatherAnswers(deps, organizationId, answersFrom(rows));
  // Only to the set in use will answers come that a new experiment can be read by.
  const inUse = gathered.lines.flatMap((line, at) => {
    const newest = newestOf(gathered, line);
    return newest !== null && newest.set.id === gathered.set?.id ? [{ at, line, newest }] : [];
  });
  const newest = inUse[0]?.newest ?? null;
  const today = isoDateOf(deps.now());
  return ok({
    today: today as string,
    experiments: rows.map((row) => ({
      id: row.id,
      name: row.name,
      metric: row.metric,
      changedOn: row.changedOn as string,
      reading: readingOf(row, gathered, today),
      recorded: row.outcomeId !== null,
    })),
    lines: inUse.map(({ at, line: { engine, source } }) => ({ at, engine, source })),
    /** Answers there are, but to an older version of the set only. */
    onlyOlder: inUse.length === 0 && gathered.lines.length > 0,
    setId: newest?.set.id ?? null,
    prompts: (newest?.set.prompts ?? []).filter(({ kind }) => kind !== "branded"),
    power: newest === null ? [] : powerOf(newest.set, recentOf(newest.segment)),
    mayRun: mayDo(actor.role, "assessment:run"),
  });
}

/** What could be seen with so many prompts and as many held out, by the newest four weeks' answers. */
function powerOf(set: GatheredAnswers["sets"][number], answers: ReturnType<typeof recentOf>) {
  const sums = [...sharesOf(unbranded(set.prompts, answers), "mention").values()];
  const runs = usualRuns(sums);
  const shares = sums.map(({ share }) => share);
  const mean = shares.reduce((total, share) => total + share, 0) / Math.max(1, shares.length);
  return examples.map((prompts) => {
    // As many prompts as asked for, each as the whole set is: which ones will be chosen is not known yet.
    const like = Array.from({ length: prompts }, (_, at) => shares[Math.floor((at * shares.length) / prompts)] ?? mean);
    return {
      prompts,
      runs,
      smallest: smallestChangeSeen(like, runs, null),
      heldOut: smallestChangeSeen(like, runs, prompts),
    };
  });
}

/** One experiment as it was stated and as it reads today, with the plan's items that it can teach. */
export async function loadExperiment(deps: Pick<Deps, "db" | "now" | "knowledge">, actor: Actor, id: string) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" as const });
  const { organizationId } = actor;
  const row = await findExperiment(deps.db, organizationId, id);
  if (row === null) return fail({ kind: "not-found" as const });
  const [gathered, plan] = await Promise.all([
    gatherAnswers(deps, organizationId, answersFrom([row])),
    mayDo(actor.role, "plan:read") ? findPlanOf(deps.db, organizationId, "approved") : null,
  ]);
  const set = gathered.sets.find((each) => each.id === row.promptSetId);
  const textOf = (promptId: string) => ({
    id: promptId,
    text: set?.prompts.find((prompt) => prompt.id === promptId)?.text ?? promptId,
  });
  const measure = experimentMeasures[row.metric];
  return ok({
    id: row.id,
    name: row.name,
    hypothesis: row.hypothesis,
    metric: row.metric,
    changedOn: row.changedOn as string,
    days: row.days,
    pages: row.pages,
    prompts: row.prompts.map(textOf),
    heldOut: row.heldOut.map(textOf),
    line: row.model === null ? row.engine : `${row.engine} (${row.model})`,
    version: set?.version ?? null,
    statedAt: row.statedAt.getTime(),
    statedBefore: isoDateOf(row.statedAt) <= row.changedOn,
    smallestSeen: row.smallestSeen,
    reading: readingOf(row, gathered, isoDateOf(deps.now())),
    recorded: row.outcomeId !== null,
    measure,
    teaches: (plan?.plan.items ?? [])
      .filter(({ forecast, start }) => forecast.measure === measure && start <= row.changedOn)
      .map(({ id: itemId, title }) => ({ itemId, title })),
    mayRecord: mayDo(actor.role, "outcome:record"),
  });
}

/** The first day whose answers some of the experiments are read by; null where there are none. What was read once stays readable. */
export function answersFrom(rows: readonly Pick<ExperimentRow, "changedOn" | "days">[]): IsoDate | null {
  const first = rows.map(({ changedOn, days }) => addDays(changedOn, -days)).sort();
  return first[0] ?? null;
}

export function readingOf(row: ExperimentRow, { lines, sets }: GatheredAnswers, today: ReturnType<typeof isoDateOf>) {
  const segment = lines
    .find(({ engine, source }) => engine === row.engine && source === row.source)
    ?.segments.find(({ model, promptSetId }) => model === row.model && promptSetId === row.promptSetId);
  const set = sets.find(({ id }) => id === row.promptSetId);
  return readExperiment(row, set?.prompts ?? [], segment?.answers ?? [], today);
}
