import { setTimeout } from "node:timers/promises";

const lookEvery = 700;
const longest = 10 * 60_000;

/** A state as server-sent events, one for each change, until it is settled, gone (null), or the reader leaves. */
export function stateEvents<State>(
  signal: AbortSignal,
  load: () => Promise<State | null>,
  settled: (state: State) => boolean,
): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let sent = "";
      for (let waited = 0; waited < longest && !signal.aborted; waited += lookEvery) {
        const state = await load();
        if (state === null) break;
        const line = JSON.stringify(state);
        if (line !== sent) controller.enqueue(encoder.encode(`data: ${line}\n\n`));
        sent = line;
        if (settled(state)) break;
        await setTimeout(lookEvery);
      }
      if (!signal.aborted) controller.close();
    },
  });
  return new Response(stream, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
}
