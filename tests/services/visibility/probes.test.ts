import { expect, test } from "vitest";
import { openAiClient } from "#app/adapters/openai/openai-client.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { AiClient } from "#app/services/ports/ai-client.ts";
import { loadProbes } from "#app/services/visibility/load-probes.server.ts";
import { recordPastedAnswer } from "#app/services/visibility/record-pasted-answer.server.ts";
import { requestProbes } from "#app/services/visibility/request-probes.server.ts";
import { runProbes } from "#app/services/visibility/run-probes.server.ts";
import { savePromptSet } from "#app/services/visibility/save-prompt-set.server.ts";
import { listAnswers } from "#db/repositories/visibility.server.ts";
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

async function frozen(desk: Awaited<ReturnType<typeof aVisibilityDesk>>): Promise<string> {
  const set = await savePromptSet(desk.deps, desk.actor, { prompts, setting });
  if (!set.ok) throw new Error(set.failure.kind);
  return set.value;
}

async function shown(desk: Awaited<ReturnType<typeof aVisibilityDesk>>) {
  const view = await loadProbes(desk.deps, desk.actor);
  if (!view.ok) throw new Error("forbidden");
  return view.value;
}

test("a probed answer and the same answer pasted give the same metrics", async () => {
  const text = "1. Kestrel Freight\n2. Northbound";
  await using probed = await aVisibilityDesk({ ai: aModel([text]) });
  const probedSet = await frozen(probed);
  await runProbes(
    probed.deps,
    { organizationId: probed.actor.organizationId, promptSetId: probedSet, batch: "b", runs: 1 },
    aJobContext(),
  );
  await using pasted = await aVisibilityDesk();
  const pastedSet = await frozen(pasted);
  for (const promptId of ["category-1", "problem-1"]) {
    await recordPastedAnswer(pasted.deps, pasted.actor, {
      promptSetId: pastedSet,
      promptId,
      engine: "ChatGPT",
      text: JSON.stringify(aBody(text)),
    });
  }
  const [one] = (await shown(probed)).series;
  const [other] = (await shown(pasted)).series;
  expect(one?.share).toEqual(other?.share);
  expect(one?.share).toMatchObject({ answers: 2, prompts: 2, headline: false, meanListRank: 1 });
  expect(one?.share.citation?.estimate.value).toBe(1);
});

test("a round through the real client against a model server on this machine is stored raw with its metrics", async () => {
  await using server = await openAiServer({ modes: ["ok"] });
  const now = () => new Date("2026-11-22T12:00:00Z");
  const ai = openAiClient({ apiKey: "sk-test", model: "fake-model", baseUrl: server.baseUrl, maxRetries: 0, now });
  await using desk = await aVisibilityDesk({ ai });
  const promptSetId = await frozen(desk);
  const payload = { organizationId: desk.actor.organizationId, promptSetId, batch: "b", runs: 1 };
  expect((await runProbes(desk.deps, payload, aJobContext())).ok).toBe(true);

  const rows = await listAnswers(desk.deps.db, payload.organizationId, promptSetId);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.raw).toMatchObject({ object: "response", status: "completed" });
  const [series] = (await shown(desk)).series;
  expect(series?.share).toMatchObject({ answers: 2, prompts: 2 });
  expect(series?.share.mention?.estimate.value).toBe(1);
  expect(series?.share.citation?.estimate.value).toBe(0);
});

test("raw bodies are kept as they came, and a job that runs twice asks nothing twice", async () => {
  const ai = aModel(["Kestrel Freight", "Nobody", "", "Northbound"]);
  await using desk = await aVisibilityDesk({ ai });
  const promptSetId = await frozen(desk);
  const payload = { organizationId: desk.actor.organizationId, promptSetId, batch: "b", runs: 2 };
  expect(await runProbes(desk.deps, payload, aJobContext())).toMatchObject({
    failure: { retry: true, because: "rate-limited" },
  });
  expect(ai.asked).toHaveLength(3);
  expect((await runProbes(desk.deps, payload, aJobContext())).ok).toBe(true);
  expect(ai.asked).toHaveLength(5);
  const rows = await listAnswers(desk.deps.db, payload.organizationId, promptSetId);
  expect(rows).toHaveLength(4);
  expect(rows[0]?.raw).toEqual(aBody("Kestrel Freight"));
});

test("without a key a round is refused, and pasted answers work", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  expect(await requestProbes(desk.deps, desk.actor, { promptSetId, runs: 5 })).toMatchObject({
    failure: { kind: "no-key" },
  });
  expect(
    (
      await recordPastedAnswer(desk.deps, desk.actor, {
        promptSetId,
        promptId: "category-1",
        engine: "Perplexity",
        text: "Kestrel Freight, see https://www.kestrelfreight.example/about",
      })
    ).ok,
  ).toBe(true);
  const { series, model } = await shown(desk);
  expect(model).toBeNull();
  expect(series[0]).toMatchObject({ name: "Perplexity", share: { answers: 1 } });
});

test("engines and models are series of their own", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  for (const engine of ["Perplexity", "Copilot"])
    await recordPastedAnswer(desk.deps, desk.actor, { promptSetId, promptId: "category-1", engine, text: "x" });
  expect((await shown(desk)).series.map((one) => one.name)).toEqual(["Copilot", "Perplexity"]);
});

test("a changed set is a new version with a series of its own", async () => {
  await using desk = await aVisibilityDesk();
  const promptSetId = await frozen(desk);
  await recordPastedAnswer(desk.deps, desk.actor, {
    promptSetId,
    promptId: "category-1",
    engine: "Perplexity",
    text: "x",
  });
  await frozen(desk);
  expect(await shown(desk)).toMatchObject({ set: { version: 2 }, series: [] });
});

test("a draft names the brand in its branded prompts only", async () => {
  await using desk = await aVisibilityDesk();
  const { draft } = await shown(desk);
  const naming = (draft?.prompts ?? []).filter((prompt) => prompt.text.includes(desk.organization.name));
  expect(naming.map((prompt) => prompt.kind)).toEqual(["branded", "branded", "branded"]);
  expect(draft?.setting.brand.domains).toEqual(["kestrelfreight.example"]);
});

test("a viewer may look and not paste; a prompt of another set is not found", async () => {
  await using desk = await aVisibilityDesk({ role: "viewer" });
  const command = { promptSetId: "x", promptId: "y", engine: "z", text: "t" };
  expect(await recordPastedAnswer(desk.deps, desk.actor, command)).toMatchObject({ failure: { kind: "forbidden" } });
  const owner = { ...desk.actor, role: "owner" as const };
  expect(await recordPastedAnswer(desk.deps, owner, command)).toMatchObject({ failure: { kind: "not-found" } });
});
