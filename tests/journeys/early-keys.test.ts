import { expect, test } from "vitest";
import { appAndBrowser } from "./app-and-browser.ts";
import { openPage } from "./browser.ts";

const running = appAndBrowser();

/** Presses Tab on the first link again and again, from before the first script runs. */
function pressTab() {
  const { port1, port2 } = new MessageChannel();
  const end = Date.now() + 3_000;
  port1.onmessage = () => {
    document.querySelector("a")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
    if (Date.now() < end) port2.postMessage(null);
  };
  port2.postMessage(null);
}

test("keys pressed before a page is ready do not break it", async () => {
  const page = await openPage(running.browser);
  await page.addInitScript(pressTab);
  await page.goto(`${running.app.origin}/sign-in`);
  await page.waitForFunction(() => "__remixRouter" in window);
  await page.waitForTimeout(300);
  expect(page.troubles).toEqual([]);
  await page.context().close();
});
