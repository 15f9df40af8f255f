import type { EvidenceFile } from "#app/services/evidence/load-evidence-file.server.ts";

/**
 * A file that somebody uploaded, piece by piece: always as an attachment, never guessed at, and without any right to run where a
 * browser shows it all the same. `name` is safe already.
 */
export function fileResponse({ name, type, size, piece }: EvidenceFile): Response {
  let part = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const bytes = await piece(part);
      part += 1;
      if (bytes === null) controller.close();
      else controller.enqueue(bytes);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(size),
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}
