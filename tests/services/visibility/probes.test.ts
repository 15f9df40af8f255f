import { expect, test } from "vitest";
import { openAiClient } from "#app/adapters/openai/openai-client.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { AiClient } from "#app/services/ports/ai-client.ts";
import { loadProbes } from "#app/services/visibility/load-probes.server.ts";
import { loadPromptAnswers } from "#app/services/visibility/load-prompt-answers.server.ts";
import { loadPrompts } from "#app/services/visibility/load-prompts.server.ts";
import { proposePrompts } from "#app/services/visibility/propose-prompts.server.ts";
import { readAnswersAgain } from "#app/services/visibility/read-answers-again.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { requestProbes } from "#app/services/visibility/request-probes.server.ts";
import { runProbes } from "#app/services/visibility/run-probes.server.ts";
import { saveProbeSettings } from "#app/services/visibility/save-probe-settings.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { scheduleProbes } from "#app/services/visibility/schedule-probes.server.ts";
import { listJobs } from "#db/repositories/jobs.server.ts";
import { findProbeSettings, listRawAnswers, updateMarks } from "#db/repositories/probes.server.ts";
import { aJobContext, aVisibilityDesk } from "#tests/builders/visibility-desk.ts";
import { openAiServer } from "#tests/fakes/openai-server.ts";

const setting = {
  brand: { name: "Kestrel Freight", aliases: [], domains: ["kestrelfreight.example"] },
  others: [{ name: "Northbound" }],
};
const prompts = [
  { kind: "category", text: "Who offers customs brokerage in Hamburg?" },
  { kind: "problem", text: "My container is held. Who can help?" },
] as const;

/** A body as the Responses API gives it. */
function aBody(text: string) {
  const annotations = [
    {
      type: "url_citation",
      url: "https://www.kestrelfreight.example/?utm_source=openai",
      title: "K",
      start_index: 5,
      end_index: 9,
    },
  ];
  return {
    status: "completed",
    output: [
      { type: "web_search_call", status: "completed", action: { type: "search", queries: ["customs hamburg"] } },
      { type: "message", status: "completed", content: [{ type: "output_text", text, annotations }] },
    ],
  };
}

function aModel(answers: readonly string[]): AiClient & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    model: "light-1",
    draft: async () => fail({ kind: "ai-unavailable", because: "rejected" }),
    async answerWithSearch(question) {
      asked.push(question);
      const text = answers[(asked.length - 1) % answers.length];
      return text === undefined || text === ""
        ? fail({ kind: "ai-unavailable", because: "rate-limited" })
        : ok({ body: aBody(text), model: "light-1", tokens: { input: 1, output: 1 } });
    },
  };
}

async function frozen(desk: Awaited<ReturnType<typeof aVisibilityDesk>>, ...more: string[]): Promise<string> {
  const added = more.map((text) => ({ kind: "problem" as const, text }));
  const set = await savePromptSet(desk.deps, desk.actor, { prompts: [...prompts, ...added], setting });
  if (!set.ok) throw new Error(set.failure.kind);
  return set.value;
}

type Desk = Awaited<ReturnType<typeof aVisibilityDesk>>;

async function shown(desk: Desk) {
  const view = await loadProbes(desk.deps, desk.actor);
  if (!view.ok) throw new Error("forbidden");
  return view.value;
}

const twice = ["category-1", "problem-1"].flatMap((promptId) => [
  { promptId, run: 1 },
  { promptId, run: 2 },
]);

function round(desk: Desk, promptSetId: string, askings = twice.filter(({ run }) => run === 1)) {
  return { organizationId: desk.actor.organizationId, promptSetId, batch: "b", askings };
}

function answersOf(desk: Desk) {
  return listRawAnswers(desk.deps.db, desk.actor.organizationId, "", 100);
}

const today = "2026-11-22" as IsoDate;

function paste(
  desk: Desk,
  promptSetId: string,
  over: { engine?: string; text?: string; promptId?: string; on?: IsoDate } = {},
) {
  const command = { promptSetId, promptId: "category-1", engine: "Perplexity", text: "x", on: today, ...over };
  return recordPastedAnswer(desk.deps, desk.actor, command);
}

test("a probed answer and the same answer pasted give the same metrics", async () => {
  const text = "1. Kestrel Freight\n2. Northbound";
  await using probed = await aVisibilityDesk({ ai: aModel([text]) });
  await runProbes(probed.deps, round(probed, await frozen(probed)), aJobContext());
  await using pasted = await aVisibilityDesk();
  const pastedSet = await frozen(pasted);
  for (const promptId of ["category-1", "problem-1"])
    await paste(pasted, pastedSet, { promptId, text: JSON.stringify(aBody(text)) });
  const [one] = (await shown(probed)).lines;
  const [other] = (await shown(pasted)).lines;
  expect(one?.share).toEqual(other?.share);
  expect([one?.source, other?.source]).toEqual(["probe", "pasted"]);
  expect(one?.share).toMatchObject({ answers: 2, prompts: 2, headline: false, listRank: { mean: 1, lists: 2 } });
  expect(one?.share.rates.citation?.estimate.value).toBe(1);
});

test("a round through the real client against a model server on this machine is stored raw with its metrics", async () => {
  await using server = await openAiServer({ modes: ["ok"] });
  const now = () => new Date("2026-11-22T12:00:00Z");
  const ai = openAiClient({ apiKey: "sk-test", model: "fake-model", baseUrl: server.baseUrl, maxRetries: 0, now });
  await using desk = await aVisibilityDesk({ ai });
  expect((await runProbes(desk.deps, round(desk, await frozen(desk)), aJobContext())).ok).toBe(true);

  const rows = await answersOf(desk);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({ costUsd: "0.011", raw: { object: "response", status: "completed" } });
  const [line] = (await shown(desk)).lines;
  expect(line?.share).toMatchObject({ answers: 2, prompts: 2 });
  expect(line?.share.rates.mention?.estimate.value).toBe(1);
  expect(line?.share.rates.citation?.estimate.value).toBe(0);
});

test("bodies that are cut off, refused or no JSON are kept, shown and in no rate, and the round goes on", async () => {
  await using server = await openAiServer({ modes: ["refusal", "invalid-json"] });
  const now = () => new Date("2026-11-22T12:00:00Z");
  const ai = openAiClient({ apiKey: "sk-test", model: "fake-model", baseUrl: server.baseUrl, maxRetries: 0, now });
  await using desk = await aVisibilityDesk({ ai });
  const promptSetId = await frozen(desk);
  expect((await runProbes(desk.deps, round(desk, promptSetId), aJobContext())).ok).toBe(true);
  const cut = { status: "incomplete", incomplete_details: { reason: "max_output_tokens" }, output: [] };
  await paste(desk, promptSetId, { text: JSON.stringify(cut) });
  const { lines } = await shown(desk);
  expect(lines.map(({ share }) => [share.answers, share.leftOut])).toEqual([
    [0, { incomplete: 0, refused: 1, failed: 1 }],
    [0, { incomplete: 1, refused: 0, failed: 0 }],
  ]);
  const page = await loadPromptAnswers(desk.deps, desk.actor, { promptId: "category-1", version: null });
  const reasons = page.ok ? page.value.answers.map(({ reason }) => reason) : [];
  expect(reasons).toContain("max_output_tokens");
});

test("answers of usual length are shown whole, and only what fills the page is cut, with its length", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  for (const at of [1, 2, 3]) await paste(desk, promptSetId, { text: `${at} ${"x ".repeat(25_000)}`.slice(0, 25_000) });
  const page = await loadPromptAnswers(desk.deps, desk.actor, { promptId: "category-1", version: null });
  const shownOf = page.ok ? page.value.answers.map(({ text, length }) => [text.length, length]) : [];
  expect(shownOf).toEqual([
    [25_000, null],
    [25_000, null],
    [10_000, 25_000],
  ]);
});

test("raw bodies are kept as they came, and a job that runs twice asks nothing twice", async () => {
  const ai = aModel(["Kestrel Freight", "Nobody", "", "Northbound"]);
  await using desk = await aVisibilityDesk({ ai });
  const payload = round(desk, await frozen(desk), twice);
  expect(await runProbes(desk.deps, payload, aJobContext())).toMatchObject({
    failure: { retry: true, because: "rate-limited" },
  });
  expect(ai.asked).toHaveLength(3);
  expect((await runProbes(desk.deps, payload, aJobContext())).ok).toBe(true);
  expect(ai.asked).toHaveLength(5);
  const rows = await answersOf(desk);
  expect(rows).toHaveLength(4);
  expect(rows[0]?.raw).toEqual(aBody("Kestrel Freight"));
});

test("asking stops at the month’s budget, says so, and goes on when it is raised", async () => {
  const ai = aModel(["Kestrel Freight"]);
  await using desk = await aVisibilityDesk({ ai });
  const promptSetId = await frozen(desk);
  const payload = round(desk, promptSetId, twice);
  const settings = { scheduled: true, monthlyBudgetUsd: 0.035, version: 0 };
  await saveProbeSettings(desk.deps, desk.actor, settings);
  expect((await runProbes(desk.deps, payload, aJobContext())).ok).toBe(true);
  expect(ai.asked).toHaveLength(2);
  expect((await shown(desk)).run).toMatchObject({ stoppedBecause: "budget", spent: expect.closeTo(0.022) });
  expect(await requestProbes(desk.deps, desk.actor, { promptSetId, runs: 1 })).toMatchObject({
    failure: { kind: "over-budget" },
  });
  expect(await saveProbeSettings(desk.deps, desk.actor, settings)).toMatchObject({
    failure: { kind: "changed-meanwhile" },
  });
  await saveProbeSettings(desk.deps, desk.actor, { ...settings, monthlyBudgetUsd: 5, version: 1 });
  await runProbes(desk.deps, payload, aJobContext());
  expect(ai.asked).toHaveLength(4);
  expect((await shown(desk)).run.stoppedBecause).toBeNull();
});

test("a round that is asked for twice at once is paid for once", async () => {
  await using desk = await aVisibilityDesk({ ai: aModel(["Kestrel Freight"]) });
  const promptSetId = await frozen(desk);
  const both = await Promise.all([1, 2].map(() => requestProbes(desk.deps, desk.actor, { promptSetId, runs: 1 })));
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { kind: "already-asking" } });
});

test("by the clock each asking is queued once in its week, and none where it is off", async () => {
  const ai = aModel(["Kestrel Freight"]);
  await using desk = await aVisibilityDesk({ ai });
  await frozen(desk);
  const queued = async (from: number, slots: number) => {
    for (let slot = 0; slot < slots; slot++) {
      const now = () => new Date(from + slot * 1_800_000);
      await scheduleProbes({ ...desk.deps, now });
      await scheduleProbes({ ...desk.deps, now });
    }
    const jobs = await listJobs(desk.deps.db, desk.actor.organizationId, "visibility.run-probes", 100);
    return jobs.flatMap(({ payload }) => (payload as { askings: unknown[] }).askings);
  };
  const monday = Date.UTC(2026, 10, 23, 0, 30);
  expect(await queued(monday, 48)).toEqual([]);
  await saveProbeSettings(desk.deps, desk.actor, { scheduled: true, monthlyBudgetUsd: 5, version: 0 });
  const askings = await queued(monday, 7 * 48);
  expect(askings).toHaveLength(2 * 5);
  expect(new Set(askings.map((asking) => JSON.stringify(asking))).size).toBe(10);
});

test("without a key a round is refused, and pasted answers of any day but tomorrow work", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  expect(await requestProbes(desk.deps, desk.actor, { promptSetId, runs: 5 })).toMatchObject({
    failure: { kind: "no-key" },
  });
  const text = "Kestrel Freight, see https://www.kestrelfreight.example/about";
  expect((await paste(desk, promptSetId, { text, on: "2026-11-03" as IsoDate })).ok).toBe(true);
  expect(await paste(desk, promptSetId, { on: "2026-11-23" as IsoDate })).toMatchObject({
    failure: { kind: "in-the-future" },
  });
  const { lines, run } = await shown(desk);
  expect(run.model).toBeNull();
  expect(lines[0]).toMatchObject({ engine: "Perplexity", source: "pasted", to: "2026-11-03", share: { answers: 1 } });
});

test("engines are lines of their own, and a changed set breaks a line", async () => {
  await using desk = await aVisibilityDesk();
  const first = await frozen(desk);
  for (const engine of ["Perplexity", "Copilot"]) await paste(desk, first, { engine });
  const second = await frozen(desk, "Who ships pianos?");
  expect(await paste(desk, first)).toMatchObject({ failure: { kind: "older-set" } });
  // However it is spelt, an engine is one line.
  await paste(desk, second, { engine: "perplexity" });
  const { lines, set } = await shown(desk);
  expect(set?.version).toBe(2);
  expect(lines.map(({ engine, trend }) => [engine, trend.map(({ setVersion }) => setVersion)])).toEqual([
    ["Copilot", [1]],
    ["Perplexity", [1, 2]],
  ]);
});

test("a pasted answer is kept once a day, and only where it can count", async () => {
  await using desk = await aVisibilityDesk();
  const set = await frozen(desk);
  expect((await paste(desk, set)).ok).toBe(true);
  expect(await paste(desk, set)).toMatchObject({ failure: { kind: "kept-already" } });
  expect((await paste(desk, set, { on: "2026-11-21" as IsoDate })).ok).toBe(true);
  expect((await paste(desk, set, { engine: "Copilot" })).ok).toBe(true);
  expect(await paste(desk, set, { on: "2026-05-23" as IsoDate })).toMatchObject({ failure: { kind: "too-old" } });
  expect(await paste(desk, set, { text: "x".repeat(200_001) })).toMatchObject({ failure: { kind: "too-long" } });
  expect(await paste(desk, set, { promptId: "gone" })).toMatchObject({ failure: { kind: "not-found" } });
  expect(await answersOf(desk)).toHaveLength(3);
});

test("answers of an older reader count nowhere until they are read again, from the raw answer", async () => {
  await using desk = await aVisibilityDesk();
  await paste(desk, await frozen(desk), { text: "Kestrel Freight" });
  const { organizationId } = desk.actor;
  const [row] = await answersOf(desk);
  if (row?.marks == null) throw new Error("no marks");
  await updateMarks(desk.deps.db, organizationId, row.id, { ...row.marks, reader: "old", mentioned: false });
  expect(await shown(desk)).toMatchObject({ lines: [], unread: 1 });
  expect(await readAnswersAgain(desk.deps, { organizationId }, aJobContext())).toEqual(ok(1));
  expect((await shown(desk)).lines[0]?.share.rates.mention?.estimate.value).toBe(1);
});

test("a draft of thirty names the brand in its branded prompts only, and a frozen set may not either", async () => {
  await using desk = await aVisibilityDesk();
  const view = await loadPrompts(desk.deps, desk.actor);
  const drafted = view.ok ? view.value : null;
  const naming = (drafted?.prompts ?? []).filter((prompt) => prompt.text.includes(desk.organization.name));
  expect(drafted?.prompts).toHaveLength(30);
  expect(naming.map((prompt) => prompt.kind)).toEqual(["branded", "branded", "branded"]);
  expect(drafted?.setting?.brand.domains).toEqual(["kestrelfreight.example"]);
  const text = "Is Kestrel Freight good?";
  expect(await savePromptSet(desk.deps, desk.actor, { prompts: [{ kind: "problem", text }], setting })).toMatchObject({
    failure: { kind: "names-brand", prompts: [{ kind: "problem", text }] },
  });
});

test("what a model proposes is kept beside the set and asked of nobody", async () => {
  const text = "Who clears a held container at night?";
  const ai: AiClient = {
    ...aModel([]),
    draft: async (prompt) => {
      const answer = prompt.read({ prompts: [{ kind: "problem", text }] });
      if (answer === null) return fail({ kind: "ai-unavailable", because: "invalid-answer" });
      return ok({ answer, model: "light-1", promptVersion: prompt.version, tokens: { input: 1, output: 1 } });
    },
  };
  await using desk = await aVisibilityDesk({ ai });
  await frozen(desk);
  const { organizationId } = desk.actor;
  expect((await proposePrompts(desk.deps, { organizationId })).ok).toBe(true);
  expect(await findProbeSettings(desk.deps.db, organizationId)).toMatchObject({
    scheduled: false,
    proposals: [{ kind: "problem", text }],
  });
  expect((await shown(desk)).set?.prompts).toHaveLength(2);
});

test("a viewer may look and not paste; a prompt of another set is not found", async () => {
  await using desk = await aVisibilityDesk({ role: "viewer" });
  expect(await paste(desk, "x")).toMatchObject({ failure: { kind: "forbidden" } });
  const owner = { ...desk, actor: { ...desk.actor, role: "owner" as const } };
  expect(await paste(owner, "x")).toMatchObject({ failure: { kind: "not-found" } });
});
