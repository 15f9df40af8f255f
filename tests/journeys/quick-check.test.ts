import { expect, test } from "vitest";
import { appAndBrowser } from "./app-and-browser.ts";
import { openPage, picture } from "./browser.ts";

const running = appAndBrowser();

const password = "a long enough phrase of words";

test.each([{ script: true }, { script: false }])(
  "a person without an account gets a scored result from at most 15 questions, signs up and finds it saved (script: $script)",
  async ({ script }) => {
    const email = `ada-${script}@example.org`;
    const page = await openPage(running.browser, { javaScriptEnabled: script });
    await page.goto(running.app.origin);
    await page
      .getByRole("link", { name: /quick check/i })
      .first()
      .click();
    await page.getByRole("button", { name: /start/i }).first().click();

    await page.waitForURL(/\/quick-check\/1(\?|$)/);
    let questions = 0;
    while (!new URL(page.url()).pathname.endsWith("/result")) {
      questions += 1;
      expect(questions).toBeLessThanOrEqual(15);
      // With script the address changes a moment before the question does.
      await expect.poll(() => page.locator("h1").innerText()).toMatch(new RegExp(`\\b${questions}\\b`));
      const before = new URL(page.url()).pathname;
      await page
        .getByRole("radio")
        .nth(questions % 3)
        .check();
      await page.locator("main form").getByRole("button").first().click();
      await page.waitForURL((url) => url.pathname !== before);
    }
    expect(page.url()).toMatch(/\/quick-check\/result/);
    await expect.poll(() => page.locator("h1").innerText()).toMatch(/ready/i);
    const body = await page.locator("main").innerText();
    const score = body.match(/(\d+)\s+(\d+)\s*–\s*(\d+)\s+of 100/);
    expect(score, "a score with its interval").not.toBeNull();
    await picture(page, `quick-check-result-${script ? "script" : "plain"}`);

    await page
      .getByRole("link", { name: /sign up/i })
      .first()
      .click();
    await page.getByLabel("Name").fill("Ada Example");
    await page.getByLabel(/e-?mail/i).fill(email);
    await page
      .getByLabel(/password/i)
      .first()
      .fill(password);
    await page.getByRole("button", { name: /sign up|create/i }).click();
    await page.waitForURL((url) => !url.pathname.includes("sign-up"));

    await page.goto(`${running.app.origin}/dev/mail`);
    const letters = await page.locator("main").innerText();
    expect(letters).toContain(email);
    const link = letters.slice(letters.indexOf(email)).match(/https?:\/\/\S*verify\S*/)?.[0];
    expect(link, "the letter that confirms the address").toBeDefined();
    await page.goto((link ?? "").replace(/^https?:\/\/[^/]+/, running.app.origin));
    await page.getByRole("button", { name: /confirm/i }).click();
    await page.waitForURL(/\/o\//);
    await page.goto(`${page.url().match(/^.*\/o\/[^/?]+/)?.[0]}/readiness`);
    expect(await page.locator("main").innerText()).toContain(score?.[0].replace(/\s+/g, " ").split(" ")[0] ?? "");
    expect(page.troubles).toEqual([]);
    await page.context().close();
  },
);
