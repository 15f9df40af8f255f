import { createServer } from "node:net";
import { expect, test } from "vitest";
import { forStrangersPages, idleBrowser, sandboxCanStart } from "#app/adapters/chromium/idle-browser.ts";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import { renderPage } from "#app/adapters/site/page-renderer.ts";
import type { Fetched } from "#app/services/ports/site-fetcher.ts";
import { chromiumHere } from "#tests/fakes/chromium-here.ts";

const loopback = { allowLoopback: true };

test("without a browser nothing is rendered, and that is said", async () => {
  const sites = guardedSites({ policy: loopback });
  expect(await sites.render("http://127.0.0.1:9/", { robots: () => true })).toEqual({
    kind: "not-rendered",
    because: "no browser can run here",
  });
  await sites.close();
});

test("a browser counts what scripts add, and reaches nothing but what the guard fetches", {
  timeout: 60_000,
}, async () => {
  let reached = 0;
  const inner = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => inner.listen(0, "127.0.0.1", listening));
  const address = inner.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const script = `
      document.getElementById("root").textContent = "twelve words that only stand here once a script has run, at last";
      for (const url of ["http://10.0.0.1/", "http://localhost:${port}/", "http://[::1]:${port}/"]) {
        fetch(url, { mode: "no-cors" }).catch(() => {});
        new Image().src = url;
      }
      try { new WebSocket("ws://127.0.0.1:${port}/"); } catch {}
      const frame = document.createElement("iframe");
      frame.src = "http://10.0.0.1:${port}/";
      document.body.append(frame);
      navigator.sendBeacon?.("http://127.0.0.1:${port}/beacon", "x");
    `;
  const strict = guardedSites();
  const asked: string[] = [];
  const files: Readonly<Record<string, readonly [string, string]>> = {
    "https://www.example.com/": ["text/html", '<div id="root"></div><script src="/app.js"></script>'],
    "https://www.example.com/app.js": ["text/javascript", script],
    "https://www.example.com/lame": ["text/html", '<script src="/none.js"></script><p>x'],
  };
  // The page is ours, so that it may be run as root too, where the sandbox cannot start.
  const browser = idleBrowser(chromiumHere(), { ...forStrangersPages, sandbox: sandboxCanStart() });
  const means = {
    mayFetch: () => true,
    async get(url: string): Promise<Fetched> {
      asked.push(url);
      const [type, body] = files[url] ?? ["text/plain", ""];
      if (!url.startsWith("https://www.example.com/")) return strict.get(url);
      const status = files[url] === undefined ? 404 : 200;
      return {
        kind: "answered",
        url,
        status,
        headers: { "content-type": type },
        body,
        redirects: [],
        milliseconds: 1,
      };
    },
  };
  expect(await renderPage(browser, "GroundworkBot", "https://www.example.com/", means)).toMatchObject({
    kind: "rendered",
    html: expect.stringContaining("once a script has run"),
  });
  expect(asked.some((url) => url.includes("10.0.0.1"))).toBe(true);
  expect(reached).toBe(0);
  expect(await renderPage(browser, "GroundworkBot", "https://www.example.com/lame", means)).toMatchObject({
    kind: "not-rendered",
    because: expect.stringContaining("none.js"),
  });
  await Promise.all([browser.close(), strict.close()]);
  await new Promise((closed) => inner.close(closed));
});
