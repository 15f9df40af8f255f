import OpenAI from "openai";
import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { AiClient, AiFailure, AiTrouble } from "#app/services/ports/ai-client.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { circuitBreaker } from "./circuit-breaker.ts";
import { type AnswerBody, readBody, readJsonAnswer } from "./read-answer.ts";
import { troubleOf, vendorTroubles } from "./trouble-of.ts";

export type OpenAiOptions = {
  readonly apiKey: string;
  readonly model: string;
  /** Model for questions with web search; `model` when left out. */
  readonly searchModel?: string;
  /** Where the API is; OpenAI's own address when left out. */
  readonly baseUrl?: string | null;
  /** Of one attempt, answer included. */
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly now: () => Date;
};

const draftBytes = 64 * 1024;
const searchBytes = 1024 * 1024;
const opensAfter = 5;
const pauseMs = 60_000;

/** `max_tool_calls` is part of the API and missing from this version's type. */
type SearchRequest = OpenAI.Responses.ResponseCreateParamsNonStreaming & { readonly max_tool_calls: number };

type Asked = { readonly body: Readonly<Record<string, unknown>>; readonly read: AnswerBody | null };

/** The client of OpenAI's Responses API. Every trouble ends as a `Result`; see `AiTrouble`. */
export function openAiClient(options: OpenAiOptions): AiClient {
  const timeout = options.timeoutMs ?? 30_000;
  const breaker = circuitBreaker({ opensAfter, pauseMs, now: options.now });
  const clientFor = (bytes: number): OpenAI =>
    new OpenAI({
      apiKey: options.apiKey,
      ...(options.baseUrl ? { baseURL: options.baseUrl } : {}),
      maxRetries: options.maxRetries ?? 2,
      timeout,
      logLevel: "off",
      fetch: boundedFetch(bytes, timeout),
    });
  const drafting = clientFor(draftBytes);
  const searching = clientFor(searchBytes);

  async function ask(
    client: OpenAI,
    request: OpenAI.Responses.ResponseCreateParamsNonStreaming,
  ): Promise<Result<Asked, AiTrouble>> {
    if (!breaker.mayCall()) return fail("circuit-open");
    try {
      const body: unknown = await client.responses.create(request);
      const read = readBody(body);
      breaker.succeeded();
      if (body === null || typeof body !== "object") return fail("invalid-answer");
      return ok({ body: body as Readonly<Record<string, unknown>>, read });
    } catch (error) {
      const trouble = troubleOf(error);
      if (vendorTroubles.has(trouble)) breaker.failed();
      else breaker.undecided();
      return fail(trouble);
    }
  }

  const unavailable = (because: AiTrouble): { readonly ok: false; readonly failure: AiFailure } =>
    fail({ kind: "ai-unavailable", because });

  return {
    model: options.model,

    async draft(prompt, input) {
      const asked = await ask(drafting, {
        model: options.model,
        instructions: prompt.instructions,
        input: [{ role: "user", content: canonicalJson(input) }],
        text: {
          format: {
            type: "json_schema",
            name: prompt.id.replace(/\W/g, "_"),
            schema: { ...prompt.answerShape },
            strict: true,
          },
        },
        max_output_tokens: prompt.maxOutputTokens,
        store: false,
      });
      if (!asked.ok) return unavailable(asked.failure);
      const { read } = asked.value;
      if (read === null) return unavailable("invalid-answer");
      const json = readJsonAnswer(read);
      if (!json.ok) return unavailable(json.failure);
      const answer = prompt.read(json.value);
      if (answer === null) return unavailable("invalid-answer");
      return ok({ answer, model: options.model, promptVersion: prompt.version, tokens: read.tokens });
    },

    async answerWithSearch(question) {
      const model = options.searchModel ?? options.model;
      const request: SearchRequest = {
        model,
        input: question,
        tools: [{ type: "web_search" }],
        tool_choice: "required",
        max_tool_calls: 2,
        include: ["web_search_call.action.sources"],
        store: false,
      };
      const asked = await ask(searching, request);
      if (!asked.ok) return unavailable(asked.failure);
      // A body of another shape is kept too: it is shown as what came, and counts nowhere.
      const tokens = asked.value.read?.tokens ?? { input: 0, output: 0 };
      return ok({ body: withoutConvenience(asked.value.body), model, tokens });
    },
  };
}

/** The body as the API sent it: the client adds `output_text`, which would be stored as if it were the vendor's. */
function withoutConvenience(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { output_text: _added, ...sent } = body;
  return JSON.parse(JSON.stringify(sent)) as Record<string, unknown>;
}
