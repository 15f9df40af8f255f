import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { startBrowser } from "./browser.ts";
import { type ServedApp, servedApp } from "./served-app.ts";

/** The app and a browser for the tests of one file: started before the first, ended after the last. Filled once tests run. */
export function appAndBrowser(): { app: ServedApp; browser: Browser } {
  const both = {} as { app: ServedApp; browser: Browser };
  beforeAll(async () => {
    [both.app, both.browser] = await Promise.all([servedApp(), startBrowser()]);
  });
  afterAll(async () => {
    await both.browser?.close();
    await both.app?.[Symbol.asyncDispose]();
  });
  return both;
}
