import { readAnswer } from "#app/domain/visibility/read-answer.ts";
import { type Command, InputRefused, readJson } from "./command.ts";

export const command: Command = {
  name: "answer",
  summary: "reads one Responses API body: text, citations, searches",
  example: {
    status: "completed",
    output: [
      {
        type: "web_search_call",
        id: "ws_1",
        status: "completed",
        action: {
          type: "search",
          queries: ["freight forwarder Hamburg"],
          sources: [{ type: "url", url: "https://example.org/list?utm_source=openai" }],
        },
      },
      {
        type: "message",
        status: "completed",
        content: [
          {
            type: "output_text",
            text: "Kestrel Freight is one of them. (example.com)",
            annotations: [
              {
                type: "url_citation",
                url: "https://example.com/?utm_source=openai",
                title: "Example",
                start_index: 32,
                end_index: 45,
              },
            ],
          },
        ],
      },
    ],
  },
  async run(io) {
    const body = await readJson(io);
    if (body === null || typeof body !== "object" || Array.isArray(body))
      throw new InputRefused("invalid", "not a response body");
    await io.write(`${JSON.stringify(readAnswer(body))}\n`);
  },
};
