import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { judgeQuote, settleClaim, takeBackJudgement } from "#app/services/visibility/judge-quote.server.ts";
import { loadExperiment, loadExperiments } from "#app/services/visibility/load-experiments.server.ts";
import { loadReview } from "#app/services/visibility/load-review.server.ts";
import { loadSources } from "#app/services/visibility/load-sources.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { stateExperiment } from "#app/services/visibility/state-experiment.server.ts";
import { aVisibilityDesk } from "#tests/builders/visibility-desk.ts";

type Desk = Awaited<ReturnType<typeof aVisibilityDesk>>;

const setting = {
  brand: { name: "Kestrel Freight", aliases: [], domains: ["kestrelfreight.example"] },
  others: [{ name: "Northbound" }],
};
const prompts = Array.from({ length: 12 }, (_, at) => ({ kind: "category" as const, text: `Who ships ${at}?` }));
const ids = prompts.map((_, at) => `category-${at + 1}`);

async function frozen(desk: Desk): Promise<string> {
  const set = await savePromptSet(desk.deps, desk.actor, { prompts, setting });
  if (!set.ok) throw new Error(set.failure.kind);
  return set.value;
}

async function paste(desk: Desk, promptSetId: string, promptId: string, on: string, text: string) {
  const command = { promptSetId, promptId, engine: "Perplexity", text, on: on as IsoDate };
  const pasted = await recordPastedAnswer(desk.deps, desk.actor, command);
  if (!pasted.ok) throw new Error(pasted.failure.kind);
}

async function review(desk: Desk) {
  const view = await loadReview(desk.deps, desk.actor);
  if (!view.ok) throw new Error("forbidden");
  return view.value;
}

test("a sentence waits, is judged, is put right, and every step can be taken back", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  const quote = "Kestrel Freight sits in Bremen.";
  for (const promptId of ids.slice(0, 2))
    await paste(desk, promptSetId, promptId, "2026-11-10", `${quote} (https://list.example/a)`);
  expect(await review(desk)).toMatchObject({ waitingCount: 1, waiting: [{ text: quote, answers: 2, promptCount: 2 }] });

  const verdict = { quote, sentiment: "neutral", accuracy: "wrong", correction: "It sits in Hamburg." } as const;
  expect((await judgeQuote(desk.deps, desk.actor, verdict)).ok).toBe(true);
  expect(await review(desk)).toMatchObject({
    waitingCount: 0,
    toPutRight: [{ text: quote, sources: ["https://list.example/a"] }],
    accuracy: { estimate: { value: 0 }, answers: 2 },
  });
  await settleClaim(desk.deps, desk.actor, { quote, settled: true });
  expect((await review(desk)).toPutRight).toEqual([]);
  expect((await takeBackJudgement(desk.deps, desk.actor, quote)).ok).toBe(true);
  expect(await review(desk)).toMatchObject({ waitingCount: 1, accuracy: null });
  expect(await takeBackJudgement(desk.deps, desk.actor, quote)).toMatchObject({ failure: { kind: "not-found" } });
  const viewer = { ...desk.actor, role: "viewer" as const };
  expect(await judgeQuote(desk.deps, viewer, verdict)).toMatchObject({ failure: { kind: "forbidden" } });
});

test("sources that are cited without the brand are worth earning a mention from", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  for (const promptId of ids.slice(0, 2))
    await paste(desk, promptSetId, promptId, "2026-11-10", "Northbound leads (https://trade-news.example/a).");
  const view = await loadSources(desk.deps, desk.actor);
  expect(view.ok && view.value.shown).toMatchObject({
    earn: [{ domain: "trade-news.example", kind: "news", without: 2, names: [{ name: "Northbound", answers: 2 }] }],
  });
});

test("an experiment is stated with its power, read against the prompts held out, and teaches only an item of its measure", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  for (const [at, promptId] of ids.entries()) {
    for (const on of ["2026-09-22", "2026-10-02"])
      await paste(desk, promptSetId, promptId, on, at % 4 === 0 ? "Kestrel Freight" : "Nobody");
    for (const on of ["2026-10-18", "2026-10-25"])
      await paste(desk, promptSetId, promptId, on, at < 6 ? "Kestrel Freight" : "Nobody");
  }
  const stated = {
    name: "Figures on pages",
    hypothesis: "We are named more often.",
    metric: "mention" as const,
    changedOn: "2026-10-06" as IsoDate,
    days: 21,
    pages: ["/a"],
    prompts: ids.slice(0, 6),
    heldOut: ids.slice(6),
    line: 0,
  };
  const refused = await stateExperiment(desk.deps, desk.actor, { ...stated, heldOut: ids.slice(5) });
  expect(refused).toMatchObject({ failure: { kind: "on-both-sides" } });
  const on = { ...desk.deps, now: () => new Date("2026-10-05T09:00:00Z") };
  const id = await stateExperiment(on, desk.actor, stated);
  if (!id.ok) throw new Error(id.failure.kind);
  const view = await loadExperiment(desk.deps, desk.actor, id.value);
  const shown = view.ok ? view.value : null;
  expect(shown).toMatchObject({ statedBefore: true, recorded: false, teaches: [], reading: { state: "done" } });
  expect(shown?.smallestSeen).toBeGreaterThan(0.1);
  expect(shown?.reading.beyondHeldOut).toMatchObject({ distinguishable: true });
  expect(shown?.reading.effect?.value).toBeCloseTo(shown?.reading.beyondHeldOut?.estimate.value ?? 0);
  const all = await loadExperiments(desk.deps, desk.actor);
  expect(all.ok && all.value.experiments).toHaveLength(1);
});
