import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { renderedPages } from "./http/rendered-pages.server.ts";
import { NonceProvider } from "./ui/layout/nonce.tsx";

/** Letters of pages that are kept: a page of the app has about 150,000. */
const rendered = renderedPages(32_000_000);

/**
 * Pages are rendered whole and sent at once: no route defers, and it takes half the CPU of streaming. Single fetch would
 * suspend on its own data stream, so the stream is read first and its script is put behind the page. Without `<Scripts>` the
 * page needs no data and gets none. While developing, components change under the same data, and what failed is told once:
 * neither is kept.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { serverHandoffStream, ...entry } = remix;
  const data = serverHandoffStream === undefined ? "" : await textOf(serverHandoffStream);
  function render(handedOver: string, nonce: string): string {
    const page = renderToString(
      <NonceProvider value={nonce}>
        <RemixServer context={entry} url={request.url} nonce={nonce} />
      </NonceProvider>,
    );
    const script = entry.renderMeta?.didRenderScripts === true ? handOff(handedOver, nonce) : "";
    return `<!doctype html>${page}${script}`;
  }
  const page =
    status === 200 && import.meta.env.PROD
      ? rendered({ address: request.url, data }, context, render)
      : render(data, context.nonce);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(Buffer.from(page), { status, headers });
}

/** `new Response(stream).text()` and a string as body do the same, and take a twentieth of a page's time over it. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return Buffer.concat(chunks).toString();
}

function handOff(data: string, nonce: string): string {
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const controller = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">${controller}.enqueue(${text});${controller}.close();</script>`;
}

/** What no route expected goes to the log with its request; the page shows only the number. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const { deps, requestId } = context as AppLoadContext;
  deps.log.error({ requestId, method: request.method, path: new URL(request.url).pathname, err: error }, "failed");
};
