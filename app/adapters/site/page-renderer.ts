import type { Browser, BrowserContext, Route } from "playwright-core";
import type { Fetched, FetchOptions, Rendered } from "#app/services/ports/site-fetcher.ts";

/** Milliseconds that a page may take to load, and to come to rest. */
const patience = { page: 15_000, quiet: 700 };
/** What one page may ask for. */
const most = { requests: 120, bytes: 20 * 1024 * 1024 };
const wanted = new Set(["document", "script", "xhr", "fetch", "stylesheet"]);

type Means = {
  get(url: string, options?: FetchOptions): Promise<Fetched>;
  mayFetch(url: string): boolean;
  readonly signal?: AbortSignal | undefined;
};

/** A browser for pages of strangers, handed in by composition: sandboxed, and without a network of its own. */
export type Browsers = {
  use<Value>(run: (browser: Browser) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
};

/** What a page holds after its scripts ran. The browser opens no connection: each request is answered by `get`. */
export async function renderPage(browsers: Browsers, userAgent: string, url: string, means: Means): Promise<Rendered> {
  try {
    return await browsers.use((browser) => renderedIn(browser, userAgent, url, means));
  } catch (cause) {
    return { kind: "not-rendered", because: `the browser failed (${firstLine(cause)})` };
  }
}

async function renderedIn(browser: Browser, userAgent: string, url: string, means: Means): Promise<Rendered> {
  const started = performance.now();
  const context = await browser.newContext({
    userAgent,
    locale: "en-GB",
    serviceWorkers: "block",
    acceptDownloads: false,
  });
  const stop = () => void context.close().catch(() => undefined);
  means.signal?.addEventListener("abort", stop, { once: true });
  const missed: string[] = [];
  try {
    context.setDefaultTimeout(patience.page);
    await answerAll(context, url, means, missed);
    const page = await context.newPage();
    page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    const answer = await page.goto(url, { waitUntil: "load", timeout: patience.page }).catch(() => null);
    if (answer === null) return { kind: "not-rendered", because: "it was not loaded in time" };
    await page.waitForLoadState("networkidle", { timeout: patience.page / 3 }).catch(() => undefined);
    await page.waitForTimeout(patience.quiet);
    if (missed.length > 0)
      return { kind: "not-rendered", because: `its scripts could not all be fetched (${missed[0]})` };
    return { kind: "rendered", html: await page.content(), milliseconds: Math.ceil(performance.now() - started) };
  } finally {
    means.signal?.removeEventListener("abort", stop);
    await context.close().catch(() => undefined);
  }
}

/** Answers every request of a page through the guard, within limits. `missed` gathers scripts that did not come. */
async function answerAll(context: BrowserContext, pageUrl: string, means: Means, missed: string[]): Promise<void> {
  const { origin } = new URL(pageUrl);
  let requests = 0;
  let bytes = 0;
  await context.routeWebSocket("**/*", (socket) => void socket.close());
  await context.route("**/*", async (route: Route) => {
    const request = route.request();
    const kind = request.resourceType();
    const url = request.url();
    const give = (answer: Promise<unknown>) => answer.catch(() => undefined);
    requests += 1;
    const own = URL.canParse(url) && new URL(url).origin === origin;
    const open = kind === "document" || !own || means.mayFetch(url);
    if (!wanted.has(kind) || request.method() !== "GET" || requests > most.requests || bytes > most.bytes || !open) {
      if (kind === "script" || ((kind === "xhr" || kind === "fetch") && own)) missed.push(url);
      return give(route.abort());
    }
    const fetched = await means.get(url, {
      accept: "*/*",
      ...(means.signal === undefined ? {} : { signal: means.signal }),
    });
    if (fetched.kind !== "answered") {
      if (kind === "script") missed.push(url);
      return give(route.abort());
    }
    if (kind === "script" && fetched.status >= 400) missed.push(url);
    bytes += fetched.body.length;
    const type = (fetched.headers["content-type"] ?? "text/html").split(";")[0] ?? "text/html";
    const allowed = fetched.headers["access-control-allow-origin"];
    const headers = {
      "content-type": `${type}; charset=utf-8`,
      ...(allowed === undefined ? {} : { "access-control-allow-origin": allowed }),
    };
    return give(route.fulfill({ status: fetched.status, headers, body: fetched.body }));
  });
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0]?.slice(0, 120) ?? "";
}
