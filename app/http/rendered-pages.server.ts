import { createHash, randomUUID } from "node:crypto";
import { recentlyUsed } from "#app/domain/kernel/recently-used.ts";

/** What two answers with the same page differ in. */
export type OfOneAnswer = { readonly nonce: string; readonly requestId: string };

export type Page = {
  /** The whole address: pages show where they are. */
  readonly address: string;
  /** All that the loaders gave, as it is handed to the browser. */
  readonly data: string;
};

/**
 * Keeps rendered pages; the least recently used go when their letters pass `most`. A page is made of its address and of what the
 * loaders gave, and of nothing else: so equal values, which are looked up anew for each request, make an equal page, whoever
 * asks. Marks that nobody outside knows stand where the nonce and the number of the request go.
 */
export function renderedPages(most: number) {
  const marks: OfOneAnswer = { nonce: randomUUID(), requestId: randomUUID() };
  const kept = recentlyUsed<string>(most, (text) => text.length);

  return (page: Page, { nonce, requestId }: OfOneAnswer, render: (data: string, nonce: string) => string): string => {
    const data = page.data.replaceAll(requestId, marks.requestId);
    const key = createHash("sha256").update(page.address).update("\n").update(data).digest("base64");
    const before = kept.get(key);
    const text = before ?? render(data, marks.nonce).replaceAll(requestId, marks.requestId);
    if (before === undefined) kept.set(key, text);
    return text.replaceAll(marks.nonce, () => nonce).replaceAll(marks.requestId, () => requestId);
  };
}
