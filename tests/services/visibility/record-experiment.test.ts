import { expect, test } from "vitest";
import type { PlanVersionId } from "#app/domain/kernel/ids.ts";
import { addDays, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import { experimentMeasures } from "#app/domain/visibility/judge-experiment.ts";
import { loadExperiment, loadExperiments } from "#app/services/visibility/load-experiments.server.ts";
import { recordExperiment } from "#app/services/visibility/record-experiment.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { stateExperiment } from "#app/services/visibility/state-experiment.server.ts";
import type { Database } from "#db/client.server.ts";
import { listOutcomes } from "#db/repositories/outcomes.server.ts";
import { insertPlanVersion } from "#db/repositories/plans.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aPlan, aPlanVersion } from "#tests/builders/a-plan.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const changedOn = "2027-03-01" as IsoDate;
const statedAt = new Date("2027-02-27T09:00:00Z");
const setting = { brand: { name: "Kestrel Freight", aliases: [], domains: [] }, others: [] };
const prompts = Array.from({ length: 12 }, (_, at) => ({ kind: "category" as const, text: `Who ships ${at}?` }));
const ids = prompts.map((_, at) => `category-${at + 1}`);

function must<Value>(result: { ok: true; value: Value } | { ok: false; failure: { kind: string } }): Value {
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

/** An experiment on six of twelve prompts that has run its time, and an approved plan whose first item forecasts its measure. */
async function aDoneExperiment(db: Database) {
  const made = aPlan();
  const plan = {
    ...made,
    items: made.items.map((item, at) => ({
      ...item,
      forecast: {
        ...item.forecast,
        scale: "percentage-points" as const,
        measure: at === 0 ? experimentMeasures.mention : "hours saved",
      },
    })),
  };
  const planned = { ...plan, items: [] };
  const deps = await testDeps(db, {
    now: () => new Date("2027-06-01T10:00:00Z"),
    compute: { run: (async () => planned) as never, close: async () => undefined },
  });
  const { id: organizationId } = await anOrganizationRow(db);
  const { actor } = await aMemberRow(db, organizationId);
  const versionId = `${organizationId}-version` as PlanVersionId;
  await insertPlanVersion(db, aPlanVersion({ id: versionId, organizationId, plan }));
  const promptSetId = must(await savePromptSet(deps, actor, { prompts, setting }));
  for (const [at, promptId] of ids.entries()) {
    for (const [day, named] of [
      [-20, false],
      [-10, at % 4 === 0],
      [10, at < 6],
      [20, at < 6 || at % 4 === 0],
    ] as const) {
      const text = named ? "Kestrel Freight is one of them." : "Nobody comes to mind.";
      must(
        await recordPastedAnswer(deps, actor, {
          ...{ promptSetId, promptId, engine: "Perplexity", text, on: addDays(changedOn, day) },
        }),
      );
    }
  }
  const stated = {
    ...{ name: "Figures on pages", hypothesis: "We are named more often.", metric: "mention" as const, changedOn },
    ...{ days: 21, pages: ["/a"], prompts: ids.slice(0, 6), heldOut: ids.slice(6), line: 0 },
  };
  const id = must(await stateExperiment({ ...deps, now: () => statedAt }, actor, stated));
  const [item, other] = plan.items;
  if (item === undefined || other === undefined) throw new Error("a plan of one item");
  return { deps, actor, organizationId, id, itemId: item.id, otherId: other.id };
}

test("an experiment is recorded once, in points, for an item that forecasts its measure", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, id, itemId, otherId } = await aDoneExperiment(fresh.db);
  const view = must(await loadExperiment(deps, actor, id));
  expect(view).toMatchObject({ recorded: false, teaches: [{ itemId }] });
  const other = await recordExperiment(deps, actor, { id, itemId: otherId });
  expect(other).toMatchObject({ failure: { kind: "other-measure" } });

  const both = await Promise.all([1, 2].map(() => recordExperiment(deps, actor, { id, itemId })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: "recorded-already" } });
  const outcomes = await listOutcomes(fresh.db, organizationId);
  expect(outcomes).toHaveLength(1);
  const effect = view.reading.effect;
  expect(outcomes[0]?.observed).toBeCloseTo((effect?.value ?? 0) * 100, 1);
  expect(outcomes[0]?.standardError).toBeCloseTo((effect?.standardError ?? 0) * 100, 1);
  expect(must(await loadExperiment(deps, actor, id)).recorded).toBe(true);
});

test("an experiment stated after its change, or by a person who may not record, teaches nothing", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, organizationId, id, itemId } = await aDoneExperiment(fresh.db);
  const viewer = { ...actor, role: "viewer" as const };
  expect(await recordExperiment(deps, viewer, { id, itemId })).toMatchObject({ failure: { kind: "forbidden" } });
  const early = { ...deps, now: () => new Date("2027-03-20T10:00:00Z") };
  expect(await recordExperiment(early, actor, { id, itemId })).toMatchObject({ failure: { kind: "not-done" } });
  expect(await listOutcomes(fresh.db, organizationId)).toEqual([]);
});

test("an experiment reads the same a year later, when its answers are older than what figures go back to", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, id, itemId } = await aDoneExperiment(fresh.db);
  const then = must(await loadExperiment(deps, actor, id)).reading;
  expect(then).toMatchObject({ state: "done", effect: expect.anything() });
  const later = { ...deps, now: () => new Date("2028-06-01T10:00:00Z") };
  expect(must(await loadExperiment(later, actor, id)).reading).toEqual(then);
  expect(must(await loadExperiments(later, actor)).experiments).toMatchObject([{ id, reading: then }]);
  expect((await recordExperiment(later, actor, { id, itemId })).ok).toBe(true);
});
