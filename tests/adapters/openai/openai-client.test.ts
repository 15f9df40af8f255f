import { expect, test } from "vitest";
import { type OpenAiOptions, openAiClient } from "#app/adapters/openai/openai-client.ts";
import type { Prompt } from "#app/domain/kernel/prompt.ts";
import type { AiTrouble } from "#app/services/ports/ai-client.ts";
import { type OpenAiMode, openAiServer } from "#tests/fakes/openai-server.ts";

const greeting: Prompt<{ readonly hello: string }> = {
  id: "test/greeting",
  version: "1",
  instructions: "Greet.",
  maxOutputTokens: 50,
  answerShape: {
    type: "object",
    properties: { hello: { type: "string" } },
    required: ["hello"],
    additionalProperties: false,
  },
  read: (answer) => {
    const hello = (answer as { hello?: unknown } | null)?.hello;
    return typeof hello === "string" ? { hello } : null;
  },
};

const answer = { hello: "world" };

async function draftAgainst(modes: readonly OpenAiMode[], options: Partial<OpenAiOptions> = {}) {
  await using server = await openAiServer({ modes, answer });
  const client = aClient(server.baseUrl, options);
  return { result: await client.draft(greeting, { b: 1, a: 2 }), heard: server.heard };
}

function aClient(baseUrl: string, options: Partial<OpenAiOptions> = {}) {
  const now = () => new Date(0);
  return openAiClient({
    apiKey: "sk-test",
    model: "fake-model",
    baseUrl,
    // Long: a busy machine is no trouble of the service. What waits for nothing says so by itself.
    timeoutMs: 20_000,
    maxRetries: 0,
    now,
    ...options,
  });
}

test("a draft of the right shape comes back with model, prompt version and tokens", async () => {
  const { result, heard } = await draftAgainst(["ok"]);
  expect(result).toEqual({
    ok: true,
    value: { answer, model: "fake-model", promptVersion: "1", tokens: { input: 120, output: 80 } },
  });
  const sent = JSON.parse(heard[0]?.body ?? "{}");
  expect(sent).toMatchObject({ store: false, model: "fake-model", max_output_tokens: 50 });
  expect(sent.text.format).toMatchObject({ type: "json_schema", strict: true });
  expect(sent.input[0].content).toBe('{"a":2,"b":1}');
  expect(heard[0]?.headers.authorization).toBe("Bearer sk-test");
});

test("a rate limit that passes is waited out by the client's own retries", async () => {
  const { result, heard } = await draftAgainst(["429", "ok"], { maxRetries: 2 });
  expect(result.ok).toBe(true);
  expect(heard).toHaveLength(2);
});

const troubles: readonly [OpenAiMode, AiTrouble][] = [
  ["429", "rate-limited"],
  ["500", "server-error"],
  ["401", "rejected"],
  ["hang", "timeout"],
  ["stall-in-body", "timeout"],
  ["reset", "unreachable"],
  ["invalid-json", "invalid-answer"],
  ["not-json-answer", "invalid-answer"],
  ["other-shape", "invalid-answer"],
  ["refusal", "refused"],
  ["cut-off", "cut-off"],
  ["100-kB", "too-long"],
];

test.each(troubles)("%s ends as the trouble %s, never as an exception", async (mode, because) => {
  const waits = because === "timeout";
  const { result } = await draftAgainst([mode], waits ? { timeoutMs: 150 } : {});
  expect(result).toEqual({ ok: false, failure: { kind: "ai-unavailable", because } });
});

test("nobody listening is a trouble like the others", async () => {
  const result = await aClient("http://127.0.0.1:9/v1").draft(greeting, {});
  expect(result).toEqual({ ok: false, failure: { kind: "ai-unavailable", because: "unreachable" } });
});

test("after five failures no call leaves, and after the pause one is tried", async () => {
  await using server = await openAiServer({ modes: ["500", "500", "500", "500", "500", "ok"], answer });
  let at = 0;
  const client = aClient(server.baseUrl, { now: () => new Date(at) });
  for (let call = 0; call < 8; call++) await client.draft(greeting, {});
  expect(server.heard).toHaveLength(5);
  expect(await client.draft(greeting, {})).toMatchObject({ failure: { because: "circuit-open" } });

  at = 61_000;
  expect((await client.draft(greeting, {})).ok).toBe(true);
  expect((await client.draft(greeting, {})).ok).toBe(true);
  expect(server.heard).toHaveLength(7);
});

test("refusals do not open the circuit for others", async () => {
  await using server = await openAiServer({ modes: [...Array<OpenAiMode>(9).fill("refusal"), "ok"], answer });
  const client = aClient(server.baseUrl);
  for (let call = 0; call < 9; call++) await client.draft(greeting, {});
  expect((await client.draft(greeting, {})).ok).toBe(true);
});

test("a question is asked with search forced and bounded, and the raw body comes back", async () => {
  await using server = await openAiServer({ modes: ["ok"] });
  const result = await aClient(server.baseUrl).answerWithSearch("Who moves freight?");
  expect(JSON.parse(server.heard[0]?.body ?? "{}")).toMatchObject({
    input: "Who moves freight?",
    tools: [{ type: "web_search" }],
    tool_choice: "required",
    max_tool_calls: 2,
    store: false,
  });
  expect(result.ok && result.value.body).toMatchObject({
    id: "resp_1",
    output: [{ type: "web_search_call" }, { type: "message" }],
  });
  expect(result.ok && "output_text" in result.value.body).toBe(false);
});

test("an incomplete searched answer is kept as it is, because it is shown and not counted", async () => {
  await using server = await openAiServer({ modes: ["cut-off"], answer });
  const result = await aClient(server.baseUrl).answerWithSearch("Who moves freight?");
  expect(result.ok && result.value.body.status).toBe("incomplete");
});
