import { expect, test } from "vitest";
import { readAnswer, readPastedAnswer, withoutTracking } from "#app/domain/visibility/read-answer.ts";

function aBody(over: Record<string, unknown> = {}) {
  return {
    status: "completed",
    output: [
      { type: "reasoning", summary: [] },
      {
        type: "web_search_call",
        status: "completed",
        action: {
          type: "search",
          queries: ["freight hamburg"],
          sources: [
            { type: "url", url: "https://c.example/x?utm_source=openai" },
            { type: "api", name: "weather" },
          ],
        },
      },
      {
        type: "message",
        status: "completed",
        content: [
          {
            type: "output_text",
            text: "First claim. Kestrel is one ([a.example]). Second.",
            annotations: [
              {
                type: "url_citation",
                url: "https://www.a.example/p?utm_source=openai&id=2",
                title: "A",
                start_index: 28,
                end_index: 41,
              },
              {
                type: "url_citation",
                url: "https://a.example/p/?id=2#part",
                title: "A again",
                start_index: 28,
                end_index: 41,
              },
              { type: "file_citation", file_id: "x" },
            ],
          },
        ],
      },
    ],
    ...over,
  };
}

test("reads text, citations once a page without tracking, searches, and what was retrieved but not cited", () => {
  const answer = readAnswer(aBody());
  expect(answer).toMatchObject({ status: "complete", text: "First claim. Kestrel is one ([a.example]). Second." });
  expect(answer.citations).toEqual([
    {
      url: "https://www.a.example/p?id=2",
      domain: "a.example",
      title: "A",
      claim: "Kestrel is one",
      claims: ["Kestrel is one"],
    },
  ]);
  expect(answer.searches).toEqual([
    { action: "search", queries: ["freight hamburg"], status: "completed", sources: ["https://c.example/x"] },
  ]);
  expect(answer.uncited).toEqual(["https://c.example/x"]);
});

test("says how an answer ended", () => {
  const message = (content: unknown[], status = "completed") => ({ output: [{ type: "message", status, content }] });
  const text = { type: "output_text", text: "yes", annotations: [] };
  const status = (body: unknown) => readAnswer(body).status;
  expect(status(aBody({ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } }))).toBe(
    "incomplete",
  );
  expect(status(message([text], "incomplete"))).toBe("incomplete");
  expect(status({ status: "completed", ...message([{ type: "refusal", refusal: "no" }]) })).toBe("refused");
  expect(status(aBody({ status: "failed", error: { code: "server_error" } }))).toBe("failed");
  expect(
    status({
      status: "completed",
      output: [{ type: "web_search_call", status: "failed", action: { type: "search" } }, ...message([text]).output],
    }),
  ).toBe("failed");
  expect(status({ status: "completed", output: [] })).toBe("failed");
  const search = { type: "web_search_call", status: "failed", action: { type: "search" } };
  const reason = (body: unknown) => readAnswer(body).reason;
  expect(reason({ status: "completed", output: [] })).toBe("it has no text");
  expect(reason({ status: "completed", output: [search, ...message([text]).output] })).toBe("every search failed");
  expect(reason(message([text], "incomplete"))).toBe("it was cut off");
  expect(reason({ status: "cancelled", ...message([text]) })).toBe("cancelled");
  expect(status({ status: "in_progress", ...message([text]) })).toBe("incomplete");
});

test("a body of any shape is read without a throw", () => {
  for (const body of [
    null,
    1,
    "x",
    [],
    {},
    { output: 3 },
    { output: [null, { type: "message", content: [3, { type: "output_text" }] }] },
  ]) {
    expect(readAnswer(body).text).toBe("");
  }
});

test("only what tells where the reader came from is taken off an address", () => {
  expect(withoutTracking("https://a.example?utm_source=openai")).toBe("https://a.example");
  expect(withoutTracking("https://a.example/?q=a%20b&utm_medium=x&page=2#top")).toBe(
    "https://a.example/?q=a%20b&page=2#top",
  );
  expect(withoutTracking("https://a.example/p#:~:text=word")).toBe("https://a.example/p");
});

test("a pasted answer's addresses are its citations", () => {
  const answer = readPastedAnswer(
    "Kestrel Freight is good (https://www.kestrelfreight.com/about?utm_source=chatgpt.com). See https://b.example.",
  );
  expect(answer.citations.map((citation) => citation.url)).toEqual([
    "https://www.kestrelfreight.com/about",
    "https://b.example",
  ]);
});
