import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { appAndBrowser } from "./app-and-browser.ts";
import { openPage } from "./browser.ts";

const running = appAndBrowser();

/** Asks for an audit of the demonstration's site, with the keyboard alone. */
async function ask(page: Page): Promise<void> {
  await page.getByLabel("Address of the website").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/visibility\/audits\//);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
}

const title = (page: Page) => () => page.locator("h1").innerText();
const longEnough = { timeout: 60_000 };
const mostTries = 6;

/** Asks for an audit and cancels it. The site is answered from memory: on a busy machine it may be read before the key is pressed. */
async function askAndCancel(page: Page, overview: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    await page.goto(overview);
    await ask(page);
    const button = page.getByRole("button", { name: "Cancel the audit" });
    const there = await button.focus({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (there) await page.keyboard.press("Enter");
    await expect.poll(title(page), longEnough).toMatch(/was cancelled|was read/);
    if ((await title(page)()).includes("was cancelled")) return;
  }
  throw new Error(`an audit ended before it was cancelled, ${mostTries} times`);
}

test.each([{ script: true }, { script: false }])(
  "an audit is asked for by keyboard, cancelled, asked for again, and followed to its end (script: $script)",
  async ({ script }) => {
    const page = await openPage(running.browser, { javaScriptEnabled: script });
    await page.goto(running.app.origin);
    await page.getByRole("button", { name: /demonstration/i }).click();
    await page.waitForURL(/\/o\/demonstration-/);
    const home = page.url();
    await askAndCancel(page, `${home}/visibility`);

    await press(page, "Try it again now");
    await expect.poll(title(page), longEnough).toMatch(/Reading|about to start/);
    await expect.poll(() => page.getByRole("progressbar").count(), longEnough).toBe(1);
    // Nobody reloads the page: events do, or the page itself where scripts are off.
    await expect.poll(title(page), longEnough).toMatch(/was read: \d+ pages/);
    await page.getByRole("link", { name: "See the result" }).click();
    await expect.poll(title(page), longEnough).toContain("Claude can use none of your");
    expect(page.troubles).toEqual([]);
    await page.context().close();
  },
);
