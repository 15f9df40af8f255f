import "@remix-run/node";
import type { Deps } from "#app/services/deps.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    readonly deps: Deps;
    /** Of this response's Content-Security-Policy. */
    readonly nonce: string;
    readonly requestId: string;
    /** The address of the visitor, for rate limits only. */
    readonly address: string;
  }
}
