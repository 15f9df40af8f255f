import type { ServerResponse } from "node:http";
import { type LoopbackServer, loopbackServer, sendJson } from "./loopback-server.ts";

/** How the next answers go. The last mode stays when the list is used up. */
export type OpenAiMode =
  | "ok"
  | "429"
  | "500"
  | "401"
  | "hang"
  | "stall-in-body"
  | "invalid-json"
  | "not-json-answer"
  | "other-shape"
  | "refusal"
  | "cut-off"
  | "100-kB"
  | "reset";

type Options = { readonly modes: readonly OpenAiMode[]; readonly answer?: unknown };

const usage = { input_tokens: 120, output_tokens: 80, total_tokens: 200 };

function responseBody(content: readonly unknown[], status = "completed"): Record<string, unknown> {
  return {
    id: "resp_1",
    object: "response",
    created_at: 1_790_000_000,
    model: "fake-model",
    status,
    output: [{ type: "message", id: "msg_1", role: "assistant", status, content }],
    usage,
  };
}

function textBody(text: string, status?: string): Record<string, unknown> {
  return responseBody([{ type: "output_text", text, annotations: [] }], status);
}

const searchBody = {
  ...textBody("Kestrel Freight is often named. (example.org)"),
  output: [
    {
      type: "web_search_call",
      id: "ws_1",
      status: "completed",
      action: { type: "search", queries: ["freight companies"] },
    },
    {
      type: "message",
      id: "msg_1",
      role: "assistant",
      status: "completed",
      content: [{ type: "output_text", text: "Kestrel Freight is often named.", annotations: [] }],
    },
  ],
};

function say(mode: OpenAiMode, asked: string, answer: unknown, response: ServerResponse): void {
  const good = JSON.stringify(answer);
  switch (mode) {
    case "ok":
      sendJson(response, 200, asked.includes('"web_search"') ? searchBody : textBody(good));
      break;
    case "429":
      sendJson(response, 429, { error: { message: "slow down", type: "rate_limit" } }, { "retry-after-ms": "5" });
      break;
    case "500":
      sendJson(response, 500, { error: { message: "oops" } });
      break;
    case "401":
      sendJson(response, 401, { error: { message: "bad key" } });
      break;
    case "hang":
      break;
    case "stall-in-body":
      response.writeHead(200, { "content-type": "application/json" }).write('{"id":"resp_1","output":[');
      break;
    case "invalid-json":
      response.writeHead(200, { "content-type": "application/json" }).end('{"id": "resp_1", "output": [');
      break;
    case "not-json-answer":
      sendJson(response, 200, textBody("Sure! Here is your summary."));
      break;
    case "other-shape":
      sendJson(response, 200, textBody('{"poem":"roses"}'));
      break;
    case "refusal":
      sendJson(response, 200, responseBody([{ type: "refusal", refusal: "I cannot help with that." }]));
      break;
    case "cut-off":
      sendJson(response, 200, textBody(good.slice(0, 12), "incomplete"));
      break;
    case "100-kB":
      sendJson(response, 200, textBody(JSON.stringify({ text: "a".repeat(100_000) })));
      break;
    case "reset":
      response.destroy();
      break;
  }
}

/** A stand-in for OpenAI's Responses API that the real client talks to over loopback. */
export async function openAiServer(options: Options): Promise<LoopbackServer & { readonly baseUrl: string }> {
  let calls = 0;
  const server = await loopbackServer((request, response) => {
    const mode = options.modes[Math.min(calls, options.modes.length - 1)] ?? "ok";
    calls += 1;
    say(mode, request.body, options.answer ?? {}, response);
  });
  return Object.assign(server, { baseUrl: `http://127.0.0.1:${server.port}/v1` });
}
