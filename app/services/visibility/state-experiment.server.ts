import { addDays, type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type Experiment, readExperiment } from "#app/domain/visibility/judge-experiment.ts";
import { type ExperimentRow, insertExperiment, listExperiments } from "#db/repositories/experiments.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { daysBack, gatherAnswers, newestOf } from "./gather-answers.server.ts";

export type StateExperiment = {
  readonly name: string;
  readonly hypothesis: string;
  readonly metric: Experiment["metric"];
  readonly changedOn: IsoDate;
  readonly days: number;
  readonly pages: readonly string[];
  readonly prompts: readonly string[];
  readonly heldOut: readonly string[];
  /** Place of the line of answers that it is read by. */
  readonly line: number;
  /** The set whose prompts were chosen from; left out where nobody looked at one. */
  readonly promptSetId?: string;
};

type Failure =
  | {
      readonly kind:
        | "forbidden"
        | "no-answers"
        | "older-set"
        | "too-few-prompts"
        | "one-held-out"
        | "too-far"
        | "long-ago";
    }
  | OnBothSides;
type OnBothSides = { readonly kind: "on-both-sides"; readonly prompts: readonly string[] };

/** Days ahead at which a change may lie: further, and the engines and the set will be others. */
const daysAhead = 366;

/**
 * States what a change should do, which prompts it should move, and which are held out, before anybody looks. It is read by answers to
 * the set in use, because only to that one more will come. Sent twice it is stated once.
 */
export async function stateExperiment(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { line, promptSetId, ...stated }: StateExperiment,
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const gathered = await gatherAnswers(deps, organizationId);
  const chosen = gathered.lines[line];
  const newest = chosen === undefined ? null : newestOf(gathered, chosen);
  if (newest === null) return fail({ kind: "no-answers" });
  const { segment, set } = newest;
  if (set.id !== gathered.set?.id || (promptSetId !== undefined && promptSetId !== set.id))
    return fail({ kind: "older-set" });
  const today = isoDateOf(deps.now());
  if (stated.changedOn > addDays(today, daysAhead)) return fail({ kind: "too-far" });
  if (stated.changedOn < addDays(today, -daysBack)) return fail({ kind: "long-ago" });
  const known = new Set(set.prompts.filter(({ kind }) => kind !== "branded").map(({ id }) => id));
  const prompts = stated.prompts.filter((id) => known.has(id));
  const heldOut = stated.heldOut.filter((id) => known.has(id));
  if (prompts.length < 2) return fail({ kind: "too-few-prompts" });
  if (heldOut.length === 1) return fail({ kind: "one-held-out" });
  const both = set.prompts.filter(({ id }) => heldOut.includes(id) && prompts.includes(id));
  if (both.length > 0) return fail({ kind: "on-both-sides", prompts: both.map(({ text }) => text) });

  const id = deps.newId();
  const at = deps.now();
  const experiment = { ...stated, prompts, heldOut };
  const { smallestSeen } = readExperiment(experiment, set.prompts, segment.answers, today);
  const { engine, model, source } = segment;
  return deps.db.transaction(async (tx): Promise<Result<string, Failure>> => {
    const twin = (await listExperiments(tx, organizationId)).find((other) => isSame(other, experiment, set.id));
    if (twin !== undefined) return ok(twin.id);
    await insertExperiment(tx, organizationId, {
      ...experiment,
      id,
      promptSetId: set.id,
      engine,
      model,
      source,
      smallestSeen,
      outcomeId: null,
      statedAt: at,
      statedBy: actor.userId,
    });
    await record(tx, actor, {
      action: "visibility.state-experiment",
      subject: `experiment:${id}`,
      after: { ...experiment, smallestSeen },
      at,
    });
    return ok(id);
  });
}

type Stated = Omit<StateExperiment, "line" | "promptSetId">;

/** Whether an experiment that stands says the same of the same prompts. */
function isSame(row: ExperimentRow, stated: Stated, promptSetId: string): boolean {
  const said = ({ name, hypothesis, metric, changedOn, days, pages, prompts, heldOut }: Stated) =>
    JSON.stringify([name, hypothesis, metric, changedOn, days, pages, prompts, heldOut]);
  return row.promptSetId === promptSetId && said(row) === said(stated);
}
