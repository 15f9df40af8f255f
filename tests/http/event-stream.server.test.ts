import { expect, test } from "vitest";
import { stateEvents } from "#app/http/event-stream.server.ts";

type State = { status: string };

function settled({ status }: State): boolean {
  return status === "ready";
}

/** Gives the states in turn, the last one for ever. */
function inTurn(states: readonly (State | null)[]) {
  let asked = 0;
  return async () => states[Math.min(asked++, states.length - 1)] ?? null;
}

test("sends a state once for each change and ends when it is settled", async () => {
  const load = inTurn([{ status: "queued" }, { status: "queued" }, { status: "ready" }, { status: "queued" }]);
  const response = stateEvents(new AbortController().signal, load, settled);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(await response.text()).toBe('data: {"status":"queued"}\n\ndata: {"status":"ready"}\n\n');
});

test("ends when what it follows is gone", async () => {
  const response = stateEvents(new AbortController().signal, inTurn([null]), settled);
  expect(await response.text()).toBe("");
});

test("asks no more once the reader has left", async () => {
  const reader = new AbortController();
  reader.abort();
  let asked = 0;
  stateEvents(
    reader.signal,
    async () => {
      asked += 1;
      return { status: "queued" };
    },
    settled,
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toBe(0);
});
