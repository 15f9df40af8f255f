import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type Experiment, readExperiment } from "#app/domain/visibility/judge-experiment.ts";
import { insertExperiment } from "#db/repositories/experiments.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { gatherAnswers, newestOf } from "./gather-answers.server.ts";

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
};

type Failure = { readonly kind: "forbidden" | "no-answers" | "too-few-prompts" | "on-both-sides" };

/** States what a change should do, which prompts it should move, and which are held out, before anybody looks. */
export async function stateExperiment(
  deps: Pick<Deps, "db" | "now" | "newId">,
  actor: Actor,
  { line, ...stated }: StateExperiment,
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const gathered = await gatherAnswers(deps, organizationId);
  const chosen = gathered.lines[line];
  const newest = chosen === undefined ? null : newestOf(gathered, chosen);
  if (newest === null) return fail({ kind: "no-answers" });
  const { segment, set } = newest;
  const known = new Set(set.prompts.filter(({ kind }) => kind !== "branded").map(({ id }) => id));
  const prompts = stated.prompts.filter((id) => known.has(id));
  const heldOut = stated.heldOut.filter((id) => known.has(id));
  if (prompts.length < 2 || heldOut.length === 1) return fail({ kind: "too-few-prompts" });
  if (heldOut.some((id) => prompts.includes(id))) return fail({ kind: "on-both-sides" });

  const id = deps.newId();
  const at = deps.now();
  const experiment = { ...stated, prompts, heldOut };
  const { smallestSeen } = readExperiment(experiment, set.prompts, segment.answers, isoDateOf(at));
  const { engine, model, source } = segment;
  await deps.db.transaction(async (tx) => {
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
  });
  return ok(id);
}
