import type { Browser, BrowserContext, Route } from "playwright-core";
import type { Fetched, FetchOptions, Rendered } from "#app/services/ports/site-fetcher.ts";

/** Milliseconds that the browser may take to start, a page to settle, and an idle browser is kept. */
const patience = { start: 30_000, page: 15_000, quiet: 700, idle: 30_000 };
/** What one page may ask for. */
const most = { requests: 120, bytes: 20 * 1024 * 1024 };
const wanted = new Set(["document", "script", "xhr", "fetch", "stylesheet"]);

const flags = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--no-first-run",
  // Whatever is not answered by our route below finds no name and no way out, loopback included.
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
];

type Means = {
  get(url: string, options?: FetchOptions): Promise<Fetched>;
  mayFetch(url: string): boolean;
  readonly signal?: AbortSignal | undefined;
};

/** Whether Chromium's sandbox can start: it refuses to for root. Strangers' scripts are never run without it. */
export function sandboxCanStart(): boolean {
  return process.getuid?.() !== 0;
}

/**
 * A browser in a process of its own that is started when needed. It never opens a connection: each request is answered by `get`.
 * `sandbox` is off only for scripts that we wrote ourselves.
 */
export function pageRenderer(
  executablePath: string,
  userAgent: string,
  sandbox = true,
): {
  render(url: string, means: Means): Promise<Rendered>;
  close(): Promise<void>;
} {
  let browser: Promise<Browser> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | null = null;

  async function close(): Promise<void> {
    if (idle !== null) clearTimeout(idle);
    const running = browser;
    browser = null;
    if (running !== null) await running.then((one) => one.close()).catch(() => undefined);
  }

  async function renderOne(url: string, means: Means): Promise<Rendered> {
    if (idle !== null) clearTimeout(idle);
    try {
      browser ??= launch(executablePath, sandbox);
      return await renderedIn(await browser, userAgent, url, means);
    } catch (cause) {
      await close();
      return { kind: "not-rendered", because: `the browser failed (${firstLine(cause)})` };
    } finally {
      idle = setTimeout(close, patience.idle);
      idle.unref();
    }
  }

  return {
    render(url, means) {
      const next = last.then(() => renderOne(url, means));
      last = next;
      return next;
    },
    close,
  };
}

/** The driver is half a second of loading that a start without audits has no use for. */
async function launch(executablePath: string, chromiumSandbox: boolean): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, args: flags, chromiumSandbox, timeout: patience.start });
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
