import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import { demonstrationSite } from "#app/demonstration/site/site.ts";
import { loopbackServer } from "#tests/fakes/loopback-server.ts";

const loopback = { allowLoopback: true };

/** A bare listener that counts who connects. */
async function countingListener() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    count: () => connections,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

test("hostile addresses are refused without one connection or look-up", async () => {
  await using listener = await countingListener();
  let lookedUp = 0;
  const sites = guardedSites({
    resolve: async () => {
      lookedUp += 1;
      return [{ address: "127.0.0.1", family: 4 }];
    },
  });
  const { port } = listener;
  const forms = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `2130706433:${port}`,
    `0x7f.1:${port}`,
    `[::1]:${port}`,
    `[::ffff:127.0.0.1]:${port}`,
    `a@127.0.0.1:${port}`,
    `printer.local:${port}`,
  ];
  for (const form of forms) expect((await sites.get(`http://${form}/`)).kind).toBe("blocked");
  expect([lookedUp, listener.count()]).toEqual([0, 0]);
  await sites.close();
});

test("a name that leads to a private address is refused where it is dialled", async () => {
  let dialled = 0;
  for (const address of ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"]) {
    const family = address.includes(":") ? 6 : 4;
    const sites = guardedSites({
      resolve: async () => [
        { address: "93.184.216.34", family: 4 },
        { address, family },
      ],
      onDial: () => void dialled++,
    });
    expect(await sites.get("http://rebound.example.com/")).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("leads to"),
    });
    await sites.close();
  }
  expect(dialled).toBe(0);
});

test("a redirect is judged like any address, and never followed to a private one", async () => {
  await using listener = await countingListener();
  await using server = await loopbackServer((request, response) => {
    const to =
      request.path === "/in"
        ? `http://10.0.0.1:${listener.port}/`
        : request.path === "/file"
          ? "file:///etc/passwd"
          : "/in";
    response.writeHead(302, { location: to }).end();
  });
  const sites = guardedSites({ policy: loopback });
  expect(await sites.get(`http://127.0.0.1:${server.port}/`)).toMatchObject({
    kind: "blocked",
    url: expect.stringContaining("10.0.0.1"),
  });
  expect(await sites.get(`http://127.0.0.1:${server.port}/file`)).toMatchObject({ kind: "blocked" });
  expect(listener.count()).toBe(0);
  await sites.close();
});

test("circles, long chains, bombs, unknown packings and silence are told as what they are", async () => {
  await using server = await loopbackServer((request, response) => {
    const { path } = request;
    if (path === "/circle") response.writeHead(301, { location: "/circle2" }).end();
    else if (path === "/circle2") response.writeHead(301, { location: "/circle" }).end();
    else if (path.startsWith("/chain")) response.writeHead(302, { location: `${path}x` }).end();
    else if (path === "/bomb")
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(20 * 1024 * 1024)));
    else if (path === "/thrice") response.writeHead(200, { "content-encoding": "gzip, gzip, gzip" }).end("x");
    else if (path === "/odd") response.writeHead(200, { "content-encoding": "zstd" }).end("x");
    else if (path === "/broken") response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip at all");
    else if (path === "/cut") response.destroy();
    else
      response
        .writeHead(200, { "content-type": "text/html; charset=iso-8859-1" })
        .end(Buffer.from("<p>Stra\xdfe", "latin1"));
  });
  const sites = guardedSites({ policy: loopback });
  const get = (path: string) => sites.get(`http://127.0.0.1:${server.port}${path}`);
  expect(await get("/circle")).toMatchObject({ kind: "failed", trouble: "redirect-loop" });
  expect(await get("/chain")).toMatchObject({ kind: "failed", trouble: "too-many-redirects" });
  expect(await get("/bomb")).toMatchObject({ kind: "failed", trouble: "too-large" });
  expect(await get("/thrice")).toMatchObject({ kind: "failed", trouble: "bad-encoding" });
  expect(await get("/odd")).toMatchObject({ kind: "failed", trouble: "bad-encoding" });
  expect(await get("/broken")).toMatchObject({ kind: "failed", trouble: "bad-encoding" });
  expect(await get("/cut")).toMatchObject({ kind: "failed", trouble: "connection-lost" });
  expect(await get("/latin")).toMatchObject({ kind: "answered", status: 200, body: "<p>Straße" });
  await sites.close();
});

test("a site that never answers, never ends or only trickles is told as one that did not answer in time", async () => {
  const drips: NodeJS.Timeout[] = [];
  await using server = await loopbackServer(({ path }, response) => {
    if (path === "/never") return;
    response.writeHead(200, { "content-type": "text/html" });
    response.write("<p>");
    if (path === "/trickle") drips.push(setInterval(() => response.write("."), 20));
  });
  const sites = guardedSites({ policy: loopback, patience: { headers: 150, body: 150, total: 400 } });
  for (const path of ["/never", "/open", "/trickle"]) {
    const answer = await sites.get(`http://127.0.0.1:${server.port}${path}`);
    expect(answer).toMatchObject({ kind: "failed", trouble: "timeout", reason: "It did not answer in time." });
  }
  for (const drip of drips) clearInterval(drip);
  await sites.close();
});

test("a connection that breaks once is tried again, and no more than that", async () => {
  await using server = await loopbackServer(({ path }, response) => {
    const times = server.heard.filter((each) => each.path === path).length;
    if (path === "/always" || times === 1) response.destroy();
    else response.end("there");
  });
  const sites = guardedSites({ policy: loopback });
  expect(await sites.get(`http://127.0.0.1:${server.port}/once`)).toMatchObject({ kind: "answered", body: "there" });
  expect(await sites.get(`http://127.0.0.1:${server.port}/always`)).toMatchObject({ trouble: "connection-lost" });
  expect(server.heard).toHaveLength(4);
  await sites.close();
});

test("a text is handed over in pieces, unpacked, decoded, and no further than it is wanted", async () => {
  const text = `<?xml version="1.0" encoding="ISO-8859-1"?>\n${"Straße ".repeat(20_000)}`;
  await using server = await loopbackServer(({ path }, response) => {
    const body = Buffer.from(text, "latin1");
    if (path === "/file.gz") response.writeHead(200, { "content-type": "application/gzip" }).end(gzipSync(body));
    else if (path === "/both") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(gzipSync(body)));
    else if (path === "/gone") response.writeHead(404).end(body);
    else if (path === "/moved") response.writeHead(302, { location: "/file.gz" }).end("not this");
    else response.end(body);
  });
  const sites = guardedSites({ policy: loopback });
  const read = async (path: string, wanted: number) => {
    let got = "";
    const onText = (piece: string) => {
      got += piece;
      return got.length < wanted;
    };
    const answer = await sites.get(`http://127.0.0.1:${server.port}${path}`, { onText, maxBytes: 1024 * 1024 });
    return { answer, got };
  };
  for (const path of ["/plain", "/file.gz", "/both", "/moved"]) {
    const { answer, got } = await read(path, Number.POSITIVE_INFINITY);
    expect(answer).toMatchObject({ kind: "answered", status: 200, body: "" });
    expect(got).toBe(text);
  }
  expect((await read("/plain", 10)).got.length).toBeLessThan(text.length);
  expect(await read("/gone", 10)).toMatchObject({ answer: { status: 404 }, got: "" });
  const bomb = guardedSites({ policy: loopback });
  expect(
    await bomb.get(`http://127.0.0.1:${server.port}/file.gz`, { onText: () => true, maxBytes: 50_000 }),
  ).toMatchObject({ kind: "failed", trouble: "too-large" });
  await Promise.all([sites.close(), bomb.close()]);
});

test("introduces itself and sends no credentials", async () => {
  await using server = await loopbackServer((_, response) => void response.end("ok"));
  const sites = guardedSites({ policy: loopback });
  await sites.get(`http://127.0.0.1:${server.port}/`);
  const headers = server.heard[0]?.headers ?? {};
  expect(headers["user-agent"]).toContain("GroundworkBot");
  expect(headers.cookie).toBeUndefined();
  expect(headers.authorization).toBeUndefined();
  await sites.close();
});

test("requests to one host keep the distance that was asked for", async () => {
  const at: number[] = [];
  await using server = await loopbackServer((_, response) => {
    at.push(performance.now());
    response.end("ok");
  });
  const sites = guardedSites({ policy: loopback });
  for (let count = 0; count < 3; count++)
    await sites.get(`http://127.0.0.1:${server.port}/${count}`, { spacingMs: 60 });
  expect((at[2] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(100);
  await sites.close();
});

test("a name that does not resolve, a closed port and a stopped caller are failures", async () => {
  const unknown = guardedSites({
    resolve: async () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" })),
  });
  expect(await unknown.get("https://nowhere.example.com/")).toMatchObject({ kind: "failed", trouble: "not-resolved" });
  await unknown.close();
  const sites = guardedSites({ policy: loopback });
  expect(await sites.get("http://127.0.0.1:9/")).toMatchObject({ kind: "failed", trouble: "refused-connection" });
  expect(await sites.get("http://127.0.0.1:9/", { signal: AbortSignal.abort() })).toMatchObject({
    kind: "failed",
    trouble: "timeout",
  });
  await sites.close();
});

test("the demonstration's site is answered from memory, and the guard judges its addresses all the same", async () => {
  const sites = guardedSites({
    memory: demonstrationSite,
    resolve: async () => Promise.reject(new Error("no network")),
  });
  expect(await sites.get(`https://${demonstrationSite.host}/`)).toMatchObject({ kind: "answered", status: 200 });
  expect(await sites.get(`https://${demonstrationSite.host}/none`)).toMatchObject({ kind: "answered", status: 404 });
  expect(await sites.get(`https://${demonstrationSite.host}:8443/`)).toMatchObject({ kind: "blocked" });
  expect(await sites.get(`https://me@${demonstrationSite.host}/`)).toMatchObject({ kind: "blocked" });
  await sites.close();
});
