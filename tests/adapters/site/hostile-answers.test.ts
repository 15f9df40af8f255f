import type { ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { createServer, type Socket } from "node:net";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { guardedSites, retryAfterMs } from "#app/adapters/site/guarded-sites.ts";
import { loopbackServer } from "#tests/fakes/loopback-server.ts";
import { selfSigned } from "#tests/fakes/self-signed.ts";

const loopback = { allowLoopback: true };
const zeros = Buffer.alloc(20 * 1024 * 1024);
const gzipBomb = gzipSync(zeros);
const brotliBomb = brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

type Hostile = readonly [string, string, (response: ServerResponse) => void];

const hostile: readonly Hostile[] = [
  ["a gzip bomb", "too-large", (to) => to.writeHead(200, { "content-encoding": "gzip" }).end(gzipBomb)],
  ["a Brotli bomb", "too-large", (to) => to.writeHead(200, { "content-encoding": "br" }).end(brotliBomb)],
  [
    "a bomb in a bomb",
    "too-large",
    (to) => to.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(gzipBomb)),
  ],
  ["a plain body without end", "too-large", (to) => to.writeHead(200).end(zeros)],
  ["a bomb behind an error", "too-large", (to) => to.writeHead(500, { "content-encoding": "gzip" }).end(gzipBomb)],
  [
    "a flood of headers",
    "too-large",
    (to) =>
      to.writeHead(200, Object.fromEntries(Array.from({ length: 700 }, (_, at) => [`x-${at}`, "y".repeat(90)]))).end(),
  ],
  ["a cookie longer than a page", "too-large", (to) => to.writeHead(200, { "set-cookie": "a".repeat(60_000) }).end()],
  [
    "a packing that is cut off",
    "bad-encoding",
    (to) => to.writeHead(200, { "content-encoding": "gzip" }).end(gzipBomb.subarray(0, 900)),
  ],
];

test.each(hostile)("%s is told as %s and costs no more than its limit", async (_, trouble, answer) => {
  await using server = await loopbackServer((_asked, response) => answer(response));
  const sites = guardedSites({ policy: loopback });
  expect(await sites.get(`http://127.0.0.1:${server.port}/`)).toMatchObject({ kind: "failed", trouble });
  await sites.close();
});

test("a certificate that nobody vouches for is told as such, and nothing is sent behind it", async () => {
  let asked = 0;
  const server = createTlsServer(selfSigned, (_, response) => {
    asked += 1;
    response.end("secret");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const sites = guardedSites({ policy: loopback });
  expect(await sites.get(`https://127.0.0.1:${port}/`)).toMatchObject({ kind: "failed", trouble: "tls" });
  expect(asked).toBe(0);
  await sites.close();
  await new Promise((closed) => server.close(closed));
});

test("an address that changes between question and call is never dialled: each new connection is judged again", async () => {
  const answers = [[{ address: "127.0.0.1", family: 4 }], [{ address: "10.0.0.7", family: 4 }]];
  const sockets: Socket[] = [];
  const listener = createServer((socket) => {
    sockets.push(socket);
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok"));
  });
  await new Promise<void>((listening) => listener.listen(0, "127.0.0.1", listening));
  const address = listener.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const sites = guardedSites({ policy: loopback, resolve: async () => answers.shift() ?? [] });
  expect(await sites.get(`http://localhost:${port}/`)).toMatchObject({ kind: "answered", body: "ok" });
  expect(await sites.get(`http://localhost:${port}/`)).toMatchObject({
    kind: "blocked",
    reason: expect.stringContaining("private"),
  });
  expect(sockets).toHaveLength(1);
  await sites.close();
  await new Promise((closed) => listener.close(closed));
});

test("a host that says when to come back is left alone until then, up to our patience", async () => {
  const at: number[] = [];
  await using server = await loopbackServer((_, response) => {
    at.push(performance.now());
    response.writeHead(at.length === 1 ? 429 : 200, { "retry-after": "3600" }).end();
  });
  const sites = guardedSites({ policy: loopback, patience: { retryAfter: 80 } });
  for (let count = 0; count < 2; count++) await sites.get(`http://127.0.0.1:${server.port}/`);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(70);
  await sites.close();
});

test("when to come back is read in seconds or as a date, and nothing else counts", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(retryAfterMs("120", now)).toBe(120_000);
  expect(retryAfterMs("Sun, 22 Nov 2026 12:00:30 GMT", now)).toBe(30_000);
  expect(retryAfterMs("Sun, 22 Nov 2026 11:00:00 GMT", now)).toBe(0);
  for (const odd of ["soon", "-5", "1e9", "", undefined]) expect(retryAfterMs(odd, now)).toBeNull();
});
