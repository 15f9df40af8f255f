import type { Browser } from "playwright-core";

/** Milliseconds that starting the browser and each step may take. */
const patience = 30_000;
/** Milliseconds that an idle browser is kept for the next document. */
const keptFor = 60_000;

const flags = [
  // Containers run as root, where Chromium's own sandbox cannot start; script, network and files are off instead.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--no-first-run",
];

export type Printer = { print(html: string): Promise<Uint8Array>; close(): Promise<void> };

/** Prints HTML to tagged A4 by a browser that is started when needed. One document at a time; rejects when the browser fails. */
export function chromiumPrinter(executablePath: string): Printer {
  let browser: Promise<Browser> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | null = null;

  async function close(): Promise<void> {
    if (idle !== null) clearTimeout(idle);
    const running = browser;
    browser = null;
    if (running !== null) await running.then((one) => one.close()).catch(() => undefined);
  }

  async function printOne(html: string): Promise<Uint8Array> {
    if (idle !== null) clearTimeout(idle);
    browser ??= launch(executablePath);
    try {
      return await pdfOf(await browser, html);
    } catch (cause) {
      await close();
      throw cause;
    } finally {
      idle = setTimeout(close, keptFor);
      idle.unref();
    }
  }

  return {
    print(html) {
      const next = last.then(() => printOne(html));
      last = next.catch(() => undefined);
      return next;
    },
    close,
  };
}

/** The driver is half a second of loading that a start without documents has no use for. */
async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, args: flags, timeout: patience });
}

async function pdfOf(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: "en-GB" });
  try {
    context.setDefaultTimeout(patience);
    await context.route("**/*", (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: "domcontentloaded", timeout: patience });
    const bytes = await page.pdf({
      format: "A4",
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: `<div style="width:100%;font-size:8px;color:#5a5e63;text-align:center"><span class="title"></span> · <span class="pageNumber"></span> / <span class="totalPages"></span></div>`,
    });
    return bytes;
  } finally {
    await context.close().catch(() => undefined);
  }
}
