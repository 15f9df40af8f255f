import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { readByAxe, violationsOf } from "./accessibility.ts";
import { appAndBrowser } from "./app-and-browser.ts";
import { openPage, picture } from "./browser.ts";

const running = appAndBrowser();

const publicPages = ["/", "/bot", "/quick-check", "/sign-in", "/sign-up", "/reset", "/dev/mail"];

const pages = [
  "",
  "/workforce",
  "/workforce/new",
  "/workforce/paste",
  "/workforce/import",
  "/workforce/titles",
  "/workforce/titles?show=decided",
  "/workforce/titles?above=50",
  "/workforce/titles/import",
  "/exposure",
  "/exposure?weights=payroll",
  "/exposure/method",
  "/exposure/paths",
  "/exposure/scenarios",
  "/exposure/scenarios/new",
  "/exposure/scenarios/compare",
  "/compliance",
  "/compliance?asOf=2027-12-02",
  "/compliance/by/date",
  "/compliance/by/system",
  "/compliance/by/law",
  "/compliance/by/owner",
  "/compliance/by/place",
  "/compliance/radar",
  "/compliance/not-applicable",
  "/compliance/coverage",
  "/compliance/questions",
  "/compliance/calendar",
  "/compliance/controls",
  "/compliance/controls?all=1",
  "/compliance/controls/incident_response",
  "/compliance/controls/safety_protocol",
  "/compliance/gaps",
  "/compliance/matrix",
  "/systems",
  "/systems/new",
  "/systems/import",
  "/systems/reports",
  "/documents",
  "/documents/ai-register",
  "/documents/ai-register?edit=about",
  "/documents/notice-candidates",
  "/documents/dpia",
  "/documents/incidents",
  "/documents/incidents/new",
  "/documents/literacy",
  "/documents/layoff",
  "/documents/layoff?places%5B%5D=US-NY&linked=yes",
  "/visibility",
  "/visibility/matrix",
  "/visibility/fixes",
  "/visibility/fixes/identity",
  "/visibility/changes",
  "/visibility/compare",
  "/visibility/proof",
  "/visibility/method",
  "/visibility/probes",
  "/visibility/probes/prompts",
  "/visibility/probes/prompts?version=1",
  "/visibility/probes/prompts/category-1",
  "/visibility/probes/paste",
  "/visibility/probes/sources",
  "/visibility/probes/review",
  "/visibility/probes/experiments",
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
  { list: "/exposure", link: /\/exposure\/[^/?]+$/, not: /method|export|paths|scenarios/ },
  { list: "/exposure/paths", link: /\/exposure\/[^/]+\/paths\/[^/?]+$/, not: /^$/ },
  { list: "/workforce", link: /\/workforce\/[^/?]+$/, not: /new|paste|import|export|titles/ },
  {
    list: "/compliance",
    link: /\/compliance\/[^/?]+$/,
    not: /not-applicable|coverage|questions|calendar|radar|register|controls|gaps|matrix/,
  },
  { list: "/compliance/controls", link: /\/compliance\/controls\/[^/?]+$/, not: /^$/ },
  { list: "/systems", link: /\/systems\/[^/?]+$/, not: /(new|import|reports)$/ },
  { list: "/visibility", link: /\/visibility\/pages\/[^/?]+$/, not: /^$/ },
  { list: "/visibility/probes/experiments", link: /\/experiments\/[^/?]+$/, not: /^$/ },
  { list: "/readiness", link: /\/readiness\/[^/?]+$/, not: /answers|summary/ },
  { list: "/plan", link: /\/plan\/items\/[^/?]+$/, not: /^$/ },
  { list: "/workflows", link: /\/workflows\/[^/?]+$/, not: /^$/ },
];

/** Addresses that do not answer with a page of figures: gone, never there, or of somebody else. */
const elsewhere = [
  { path: "/nowhere", status: 404, says: "There is nothing at this address" },
  { path: "/o/somebody-else", status: 200, says: "Sign in" },
  { path: "/accept-invite/gone", status: 200, says: "This invitation does not exist" },
  { path: "/reset/new?token=gone", status: 200, says: "Set a new password" },
  { path: "/tools/gone", status: 200, says: "This form is closed" },
  { path: "/unsubscribe", status: 404, says: "This link is not complete" },
  { path: "/verify?token=gone", status: 200, says: "Confirm your address" },
];

const elsewhereInside = [
  { path: "/nothing-here", status: 404, says: "There is nothing at this address" },
  { path: "/reports/gone", status: 404, says: "There is nothing at this address" },
  { path: "/plan/items/gone", status: 404, says: "There is nothing at this address" },
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
    if (first && list === "/exposure") found.push(`${running.app.origin}${first}/duties`);
  }
  return [...publicPages.map((path) => running.app.origin + path), ...pages.map((path) => home + path), ...found];
}

function nameOf(address: string): string {
  const path = new URL(address).pathname.replace(/^\/o\/[^/]+/, "o").replace(/[^a-z]+/g, "-");
  return path === "-" ? "landing" : path;
}

/** The looks of a page that is loaded once: axe reads it whole by day, its colours by night, and all but those on a phone. */
const looks = [
  { name: "light", scheme: "light", width: 1280, height: 900, rules: "every rule" },
  { name: "dark", scheme: "dark", width: 1280, height: 900, rules: "colours" },
  { name: "phone", scheme: "light", width: 390, height: 844, rules: "all but colours" },
] as const;

/** What is wrong with the page in each look: headings, width, accessibility. */
async function faultsOf(page: Page, address: string, kept: string): Promise<string[]> {
  const found: string[] = [];
  const headings = await page.locator("h1").count();
  if (headings !== 1) found.push(`${address} has ${headings} h1`);
  for (const { name, scheme, width, height, rules } of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${address}, ${name}, hangs ${over} px over`);
    found.push(...(await violationsOf(page, rules)).map((violation) => `${name}: ${violation}`));
    await picture(page, `${kept}-${name}`);
  }
  return found;
}

/** What is wrong with half of the pages. Halves are looked at beside each other, for one page at a time leaves a core idle. */
async function faultsOfHalf(half: 0 | 1): Promise<string[]> {
  const page = await openPage(running.browser);
  await readByAxe(page);
  const home = await startDemonstration(page);
  const found: string[] = [];
  const addresses = await everyAddress(page, home);
  for (const address of addresses.filter((_, at) => at % 2 === half)) {
    const response = await page.goto(address);
    if (response?.status() !== 200) found.push(`${address} answered ${response?.status()}`);
    found.push(...(await faultsOf(page, address, nameOf(address))));
  }
  await page.context().close();
  return [...found, ...page.troubles];
}

test("every page answers, axe finds nothing by day, by night and on a phone, nothing hangs over, no script fails", async () => {
  expect((await Promise.all([faultsOfHalf(0), faultsOfHalf(1)])).flat()).toEqual([]);
}, 600_000);

test("pages that say no: what happened, a way on, axe finds nothing", async () => {
  const page = await openPage(running.browser);
  await readByAxe(page);
  const home = await startDemonstration(page);
  const found: string[] = [];
  const all = [
    ...elsewhere.map((one) => ({ ...one, address: running.app.origin + one.path })),
    ...elsewhereInside.map((one) => ({ ...one, address: home + one.path })),
  ];
  for (const { address, status, says } of all) {
    const response = await page.goto(address);
    if (response?.status() !== status) found.push(`${address} answered ${response?.status()}`);
    const title = await page.locator("h1").innerText();
    if (!title.includes(says)) found.push(`${address} says ${title}`);
    if ((await page.locator("main").locator("a, button").count()) === 0) found.push(`${address} is a dead end`);
    found.push(...(await faultsOf(page, address, `no-${nameOf(address)}`)));
  }
  // A refused address is written to the console by the browser itself.
  expect([...found, ...page.troubles.filter((trouble) => !trouble.includes("status of 404"))]).toEqual([]);
  await page.context().close();
});
