/** Thrown inside the vendor's client when an answer is longer than we are ready to read. */
export class AnswerTooLong extends Error {
  override readonly name = "AnswerTooLong";
}

type Fetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * `fetch` that reads the whole answer, at most `limit` bytes of it, before it hands the answer on. The request's abort
 * signal therefore covers the body too: a stream that stalls half-way ends with the timeout.
 */
export function boundedFetch(limit: number, deadlineMs: number): Fetch {
  return async (url, init) => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    const response = await fetch(url, { ...init, signal });
    if (response.body === null) return response;
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) throw new AnswerTooLong(`an answer of more than ${limit} bytes`);
      chunks.push(chunk);
    }
    const { status, statusText, headers } = response;
    const empty = status === 204 || status === 304;
    return new Response(empty ? null : Buffer.concat(chunks), { status, statusText, headers });
  };
}
