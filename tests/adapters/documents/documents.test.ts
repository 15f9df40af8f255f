import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { findChromium } from "#app/adapters/chromium/find-chromium.ts";
import { forOwnPages, idleBrowser } from "#app/adapters/chromium/idle-browser.ts";
import { printPdf } from "#app/adapters/documents/chromium-pdf.ts";
import { documents } from "#app/adapters/documents/documents.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import { paperTokens } from "#app/ui/documents/paper-style.ts";
import { reportHtml } from "#app/ui/documents/report-html.tsx";
import { run } from "#app/workers/documents.ts";
import {
  anExposedRole,
  anExposure,
  aPlanItem,
  aReadiness,
  aStoredPlan,
  reportInputs,
} from "#tests/builders/report-inputs.ts";
import { chromiumHere } from "#tests/fakes/chromium-here.ts";
import { loopbackServer } from "#tests/fakes/loopback-server.ts";

const report = interpret(
  reportInputs({ readiness: aReadiness(3), exposure: anExposure([anExposedRole()]), plan: aStoredPlan([aPlanItem()]) }),
);
const inThisThread = { run: async (_task: "documents", input: Parameters<typeof run>[0]) => run(input) } as never;
const paper = (chromiumPath: string | null) =>
  documents({
    browser: chromiumPath === null ? null : idleBrowser(chromiumPath, forOwnPages),
    compute: inThisThread,
    renderHtml: reportHtml,
    colours: paperTokens,
  });

/** Everything in a PDF that can be read as text, streams inflated. */
function inside(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    try {
      return inflateSync(Buffer.from(bytes.subarray((index ?? 0) + mark.length))).toString("latin1");
    } catch {
      return "";
    }
  });
  return raw + streams.join("\n");
}

test("Chromium makes a tagged PDF with its language and an outline of the headings", async () => {
  const made = paper(chromiumHere());
  const printed = await made.reportPdf({ report, drafted: null });
  await made.close();
  if (!printed.ok) throw new Error(printed.failure.because);
  expect(printed.value.tagged).toBe(true);
  const pdf = inside(printed.value.bytes);
  expect(pdf.slice(0, 5)).toBe("%PDF-");
  expect(pdf).toMatch(/\/MarkInfo\s*<<\s*\/Type \/MarkInfo\s+\/Marked true|\/Marked true/);
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toMatch(/\/Lang \(en\)/);
  expect(pdf).toContain("/Outlines");
});

test("what is printed reaches no address, no file and runs no script", async () => {
  await using server = await loopbackServer((_asked, response) => void response.end("seen"));
  const browser = idleBrowser(chromiumHere(), forOwnPages);
  const url = `http://127.0.0.1:${server.port}`;
  const html = `<!doctype html><html lang="en"><head><title>x</title><link rel="stylesheet" href="${url}/a.css"></head><body>
    <img src="${url}/b.png"><iframe src="file:///etc/passwd"></iframe><script>document.title="the script ran";fetch("${url}/c")</script><p>kept</p></body></html>`;
  const pdf = inside(await browser.use((one) => printPdf(one, html)));
  await browser.close();
  expect(server.heard).toEqual([]);
  expect(pdf).not.toContain("the script ran");
  expect(pdf).not.toContain("root:");
});

test("documents asked for at once are printed one after the other", async () => {
  const made = paper(chromiumHere());
  const all = await Promise.all([1, 2, 3].map(() => made.reportPdf({ report, drafted: null })));
  await made.close();
  expect(all.map((one) => one.ok && one.value.tagged)).toEqual([true, true, true]);
});

test("without a browser a thread makes the PDF, and it does not claim to be tagged", async () => {
  const printed = await paper(findChromium("/nowhere/chromium")).reportPdf({ report, drafted: null });
  if (!printed.ok) throw new Error(printed.failure.because);
  expect(printed.value.tagged).toBe(false);
  expect(inside(printed.value.bytes)).toMatch(/^%PDF-/);
  expect(printed.value.bytes.byteLength).toBeGreaterThan(20_000);
});

test("a browser that does not start is replaced by the thread", async () => {
  const printed = await paper(process.execPath).reportPdf({ report, drafted: null });
  expect(printed.ok && printed.value.tagged).toBe(false);
  expect(printed.ok).toBe(true);
});

test("a thread that fails is a failure with its reason", async () => {
  const broken = { run: () => Promise.reject(new Error("no memory")) } as never;
  const made = documents({
    browser: null,
    compute: broken,
    renderHtml: reportHtml,
    colours: paperTokens,
  });
  expect(await made.reportPdf({ report, drafted: null })).toEqual({
    ok: false,
    failure: { kind: "document-failed", because: "no memory" },
  });
});
