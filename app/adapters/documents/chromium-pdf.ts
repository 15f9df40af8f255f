import type { Browser } from "playwright-core";

/** Milliseconds that each step may take. */
const patience = 30_000;

/** The machine's browser, handed in by composition. */
export type Browsers = {
  use<Value>(run: (browser: Browser) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
};

/** Prints HTML to tagged A4, without network and script. Rejects when the browser fails. */
export async function printPdf(browser: Browser, html: string): Promise<Uint8Array> {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true, locale: "en-GB" });
  try {
    context.setDefaultTimeout(patience);
    await context.route("**/*", (route) => route.abort());
    const page = await context.newPage();
    await page.setContent(html, { waitUntil: "domcontentloaded", timeout: patience });
    return await page.pdf({
      format: "A4",
      tagged: true,
      outline: true,
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: `<div style="width:100%;font-size:8px;color:#5a5e63;text-align:center"><span class="title"></span> · <span class="pageNumber"></span> / <span class="totalPages"></span></div>`,
    });
  } finally {
    await context.close().catch(() => undefined);
  }
}
