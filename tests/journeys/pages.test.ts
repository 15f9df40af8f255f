import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violationsOf } from "./accessibility.ts";
import { appAndBrowser } from "./app-and-browser.ts";
import { openPage, picture } from "./browser.ts";

const running = appAndBrowser();

const publicPages = ["/", "/quick-check", "/sign-in", "/sign-up", "/reset", "/dev/mail"];

const pages = [
  "",
  "/workforce",
  "/workforce/new",
  "/workforce/paste",
  "/workforce/import",
  "/exposure",
  "/exposure/method",
  "/compliance",
  "/compliance/not-applicable",
  "/compliance/questions",
  "/compliance/calendar",
  "/systems",
  "/systems/new",
  "/visibility",
  "/visibility/probes",
  "/readiness",
  "/readiness/answers",
  "/readiness/summary",
  "/plan",
  "/plan/versions",
  "/plan/versions/2",
  "/workflows",
  "/upskilling",
  "/outcomes",
  "/changes",
  "/governance",
  "/reports",
  "/search?q=customs",
  "/settings",
  "/settings/members",
  "/settings/billing",
  "/settings/data",
  "/settings/audit",
];

/** A page one step down from each list, found by its first link. */
const firstOf = [
  { list: "/exposure", link: /\/exposure\/[^/?]+$/, not: /method|export/ },
  { list: "/workforce", link: /\/workforce\/[^/?]+$/, not: /new|paste|import|export/ },
  { list: "/compliance", link: /\/compliance\/[^/?]+$/, not: /not-applicable|questions|calendar/ },
  { list: "/systems", link: /\/systems\/[^/?]+$/, not: /new$/ },
  { list: "/visibility", link: /\/visibility\/pages\/[^/?]+$/, not: /^$/ },
  { list: "/readiness", link: /\/readiness\/[^/?]+$/, not: /answers|summary/ },
  { list: "/plan", link: /\/plan\/items\/[^/?]+$/, not: /^$/ },
  { list: "/workflows", link: /\/workflows\/[^/?]+$/, not: /^$/ },
];

async function startDemonstration(page: Page): Promise<string> {
  await page.goto(running.app.origin);
  await page.getByRole("button", { name: /demonstration/i }).click();
  await page.waitForURL(/\/o\/demonstration-/);
  return page.url();
}

async function everyAddress(page: Page, home: string): Promise<string[]> {
  const found: string[] = [];
  for (const { list, link, not } of firstOf) {
    await page.goto(home + list);
    const links = await page
      .locator("main a[href]")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    const first = links.map((href) => new URL(href).pathname).find((path) => link.test(path) && !not.test(path));
    expect(first, `no link from ${list}`).toBeDefined();
    if (first) found.push(running.app.origin + first);
  }
  return [...publicPages.map((path) => running.app.origin + path), ...pages.map((path) => home + path), ...found];
}

function nameOf(address: string): string {
  const path = new URL(address).pathname.replace(/^\/o\/[^/]+/, "o").replace(/[^a-z]+/g, "-");
  return path === "-" ? "landing" : path;
}

test.each([
  { name: "light", options: {} },
  { name: "dark", options: { colorScheme: "dark" as const } },
  { name: "phone", options: { viewport: { width: 390, height: 844 } } },
])("every page, $name: answers, axe finds nothing, nothing hangs over, no script fails", async ({ name, options }) => {
  const page = await openPage(running.browser, options);
  const home = await startDemonstration(page);
  const found: string[] = [];
  for (const address of await everyAddress(page, home)) {
    const response = await page.goto(address);
    if (response?.status() !== 200) found.push(`${address} answered ${response?.status()}`);
    if ((await page.locator("h1").count()) !== 1) found.push(`${address} has ${await page.locator("h1").count()} h1`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${address} hangs ${over} px over the ${name} page`);
    found.push(...(await violationsOf(page)));
    await picture(page, `${nameOf(address)}-${name}`);
  }
  expect([...found, ...page.troubles]).toEqual([]);
  await page.context().close();
});
