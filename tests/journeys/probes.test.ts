import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LoopbackServer } from "#tests/fakes/loopback-server.ts";
import { openAiServer } from "#tests/fakes/openai-server.ts";
import { openPage, picture, startBrowser } from "./browser.ts";
import { type ServedApp, servedApp } from "./served-app.ts";

let model: LoopbackServer & { readonly baseUrl: string };
let app: ServedApp;
let browser: Browser;

const proposed = "Which forwarders handle vaccines in Hamburg?";

beforeAll(async () => {
  const prompts = [
    { kind: "category", text: proposed },
    { kind: "problem", text: "Our container was left at the quay. Who can help?" },
  ];
  model = await openAiServer({ modes: ["ok"], answer: { prompts } });
  const key = { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "fake-model" };
  [app, browser] = await Promise.all([servedApp(key), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await app?.[Symbol.asyncDispose]();
  await model?.[Symbol.asyncDispose]();
});

/** How a person acts: by mouse, or by keyboard alone. */
type Hand = {
  /** Follows a link, presses a button, ticks a box or opens a fold. */
  act(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** Where the focus is wanted once something was done; a page that was loaded anew without script shows it on top of all. */
  expectFocus(target: Locator): Promise<void>;
};

const mouse: Hand = {
  act: (target) => target.click(),
  type: (target, text) => target.fill(text),
  expectFocus: (target) => target.waitFor(),
};

type RoutedWindow = {
  readonly __remixRouter: { readonly state: { readonly navigation: { state: string }; readonly revalidation: string } };
};

/** Goes on by Tab until the target has the focus, which must be seen. */
async function tabTo(target: Locator): Promise<void> {
  const page = target.page();
  const wanted = await target.elementHandle();
  for (let steps = 0; steps < 150; steps++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate((element) => {
      const { activeElement: active } = document;
      const inGroup =
        active instanceof HTMLInputElement && element instanceof HTMLInputElement && active.type === "radio"
          ? active.name === element.name && active.form === element.form
          : active === element;
      if (!inGroup || active === null) return null;
      const { outlineStyle, boxShadow } = getComputedStyle(active);
      return outlineStyle !== "none" || boxShadow !== "none";
    }, wanted);
    if (seen === null) continue;
    expect(seen, `focus is seen on ${target}`).toBe(true);
    return;
  }
  throw new Error(`Tab never reached ${target} on ${page.url()}`);
}

const keyboard: Hand = {
  async act(target) {
    await tabTo(target);
    const type = await target.getAttribute("type");
    await target.page().keyboard.press(type === "checkbox" || type === "radio" ? "Space" : "Enter");
  },
  async type(target, text) {
    await tabTo(target);
    await target.page().keyboard.press("Control+a");
    await target.page().keyboard.insertText(text);
  },
  async expectFocus(target) {
    const held = () => target.evaluate((element) => document.activeElement === element);
    await expect.poll(held, { timeout: 30_000 }).toBe(true);
    // What an action says is shown before the page's figures are loaded anew, and keeps the focus when they come.
    await target.page().waitForFunction(() => {
      const { navigation, revalidation } = (globalThis as unknown as RoutedWindow).__remixRouter.state;
      return navigation.state === "idle" && revalidation === "idle";
    });
    await expect.poll(held).toBe(true);
  },
};

/** From the prompts over proposals, a pasted answer and the review to an experiment, each form refused once before it is taken. */
async function walk(page: Page, hand: Hand, script: boolean): Promise<void> {
  await page.goto(app.origin);
  await page.getByRole("button", { name: /demonstration/i }).click();
  await page.waitForURL(/\/o\/demonstration-/);
  const base = `${page.url().replace(/[?#].*/, "")}/visibility/probes`;
  const open = async (path: string) => {
    await page.goto(base + path);
    if (script) await page.waitForFunction(() => "__remixRouter" in window && document.readyState === "complete");
  };
  const button = (name: string) => page.getByRole("button", { name, exact: true }).first();
  const refusal = page.locator("main [role=alert]");
  const said = (words: RegExp) => page.locator("main [role=status]", { hasText: words }).first();

  await open("/prompts");
  await hand.act(button("Let a model propose prompts"));
  await said(/A model is asked/).waitFor();
  const tick = page.locator(`input[value="category:${proposed}"]`);
  for (let looks = 0; looks < 60 && (await tick.count()) === 0; looks++) {
    await new Promise((later) => setTimeout(later, 250));
    if (!script) await open("/prompts");
  }
  await hand.type(page.locator("#freeze-domains"), "no domain");
  await hand.act(tick);
  await hand.act(button("Freeze this set"));
  await hand.expectFocus(refusal);
  expect(await page.locator("#freeze-domains-error").innerText()).toMatch(/no domain: no domain/);
  expect(await tick.isChecked()).toBe(true);
  await hand.type(page.locator("#freeze-domains"), "kestrelfreight.example");
  await hand.act(button("Freeze this set"));
  await hand.expectFocus(said(/^Frozen/));
  expect(await page.locator("h1").innerText()).toBe("25 prompts, frozen as version 3");
  expect(await page.locator("#freeze-category").inputValue()).toContain(proposed);

  await open("/paste");
  const answer = "Kestrel Freight ships vaccines to <b>Oslo</b>.";
  await hand.type(page.locator("#field-text"), answer);
  await hand.act(button("Keep this answer"));
  await hand.expectFocus(refusal);
  expect(await page.locator("#field-engine-error").innerText()).toBe("Name the engine.");
  expect(await page.locator("#field-text").inputValue()).toBe(answer);
  await page.locator("#field-prompt").selectOption({ label: proposed });
  await hand.type(page.locator("#field-engine"), "Perplexity");
  await hand.act(button("Keep this answer"));
  await hand.expectFocus(said(/^Kept/));
  expect(await page.locator("#field-text").inputValue()).toBe("");

  await open("/review");
  const second = page.locator("main ol > li").nth(1);
  const third = await page.locator("main ol > li").nth(2).locator("blockquote").innerText();
  await hand.act(second.getByRole("button"));
  await hand.expectFocus(second.locator("[role=alert]"));
  await hand.act(second.locator("input[value=neutral]"));
  await hand.act(second.locator("input[value=right]"));
  await hand.act(second.getByRole("button"));
  await said(/^Judged/).waitFor();
  const next = page.locator("main ol > li").nth(1).locator("blockquote", { hasText: third });
  await next.waitFor();
  if (script) await hand.expectFocus(next);
  await hand.act(button("It is put right"));
  await hand.expectFocus(said(/^Marked as put right/));
  await hand.act(button("It is not put right"));
  await hand.expectFocus(said(/^Listed again/));

  // The answer that was pasted is the only one to the new version, and enough to state an experiment by.
  await open("/experiments");
  await hand.type(page.locator("#field-name"), "Vaccines page");
  await hand.act(page.locator("#field-prompts"));
  await hand.act(button("State it"));
  await hand.expectFocus(refusal);
  expect(await page.locator("#field-hypothesis-error").innerText()).toBe("Say what you expect, and why.");
  await hand.type(page.locator("#field-hypothesis"), "We are named more often.");
  await hand.act(page.locator("#field-prompts-1"));
  await hand.act(button("State it"));
  await hand.expectFocus(said(/^It is stated/));

  // Two tabs: the second is told of the first, keeps what was typed, and may go on from there.
  await open("/prompts");
  const tab = await page.context().newPage();
  await tab.goto(`${base}/prompts`);
  const edit = async (of: Page, text: string) => {
    if (script) await of.waitForFunction(() => "__remixRouter" in window && document.readyState === "complete");
    await of.locator("#freeze-problem").fill(text);
    await of.getByRole("button", { name: "Freeze this set" }).click();
  };
  await edit(page, "Who can help?");
  await said(/^Frozen/).waitFor();
  await edit(tab, "Who else can help?");
  await tab.locator("main [role=alert]", { hasText: "Version 4 was frozen meanwhile" }).waitFor();
  await tab.locator("h1", { hasText: "version 4" }).waitFor();
  expect(await tab.locator("#freeze-problem").inputValue()).toBe("Who else can help?");
  await tab.getByRole("button", { name: "Freeze this set" }).click();
  await tab.locator("h1", { hasText: "version 5" }).waitFor();
  await picture(tab, `probes-${script ? "keyboard" : "without-script"}`);
}

test("prompts, proposals, a pasted answer, the review and an experiment go by keyboard alone, the focus led on", async () => {
  const page = await openPage(browser);
  await walk(page, keyboard, true);
  expect(page.troubles.filter((trouble) => !/status of 422/.test(trouble))).toEqual([]);
  await page.context().close();
}, 120_000);

test("the same goes without JavaScript", async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await walk(page, mouse, false);
  await page.context().close();
}, 120_000);
