import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { byPlace } from "#app/http/by-place.server.ts";
import { guestCookie } from "#app/http/guest-cookie.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { startDemonstration } from "#app/services/tenancy/start-demonstration.server.ts";
import { listKeptMails } from "#db/repositories/outbox.server.ts";
import { insertMembership } from "#db/repositories/tenancy.server.ts";
import { compose } from "../composition.server.ts";
import { seedDemonstration } from "../demonstration/seed-demonstration.server.ts";
import { readEnv } from "../env.server.ts";
import type { Figure } from "./figures.ts";

const pages = [
  { name: "dashboard", path: "" },
  { name: "dashboard, signed in", path: "", signedIn: true },
  { name: "role table", path: "/exposure" },
  { name: "obligations", path: "/compliance" },
  { name: "plan", path: "/plan" },
];
const rounds = 5;
const requestsARound = 40;

type Answer = (request: Request, context: AppLoadContext) => Promise<Response>;

/** A page with a heading and nothing else, through the same request handler: what Remix itself costs. */
function barePage(): ServerBuild {
  const root = {
    default: () =>
      createElement("html", { lang: "en" }, createElement("body", null, createElement("h1", null, "Bare"))),
  };
  return {
    entry: {
      module: {
        default: (
          _request: Request,
          status: number,
          headers: Headers,
          remix: { routeModules: Record<string, typeof root> },
        ) => {
          headers.set("Content-Type", "text/html");
          return new Response(
            `<!doctype html>${renderToString(createElement(remix.routeModules.root?.default ?? "html"))}`,
            { status, headers },
          );
        },
      },
    },
    routes: { root: { id: "root", path: "", module: root } },
    assets: {
      entry: { imports: [], module: "" },
      routes: { root: { id: "root", path: "", hasLoader: false, module: "", imports: [] } },
      url: "",
      version: "1",
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    mode: "production",
    future: { v3_singleFetch: true },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

/** CPU milliseconds (user and system, this process) of one answered request: the median of `rounds` means. */
async function cpuPerRequest(answer: Answer, request: () => Request, context: () => AppLoadContext): Promise<number> {
  const means: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = process.cpuUsage();
    for (let n = 0; n < requestsARound; n++) await (await answer(request(), context())).arrayBuffer();
    const { user, system } = process.cpuUsage(before);
    // The first round warms up.
    if (round > 0) means.push((user + system) / 1000 / requestsARound);
  }
  return means.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Bytes, compressed, of every script that a page loads at first. Scripts of other routes are named in the page but not loaded. */
function scriptBytes(html: string): number {
  const loaded = html.matchAll(/(?:<link rel="modulepreload" href=|import (?:[^"]* from )?)"(\/assets\/[\w.-]+\.js)"/g);
  const named = new Set([...loaded].map(([, path = ""]) => path));
  return [...named].reduce((sum, path) => sum + gzipSync(readFileSync(join("build/client", path))).length, 0);
}

/** The cookies of a person with an account, who is a member of the organization. */
async function signedInCookie(deps: Deps, organizationId: OrganizationId): Promise<string> {
  const from = { headers: new Headers(), address: "127.0.0.1" };
  await deps.identity.signUp(
    { name: "Bench", email: "bench@example.com", password: randomBytes(12).toString("hex") },
    from,
    null,
  );
  const [letter] = await listKeptMails(deps.db, 1);
  const token = /token=([^&\s]+)/.exec(letter?.text ?? "")?.[1] ?? "";
  const confirmed = await deps.identity.confirmAddress(decodeURIComponent(token), from);
  if (!confirmed.ok) throw new Error("the account of the measurement was not confirmed");
  const { userId, cookies } = confirmed.value;
  await insertMembership(deps.db, {
    organizationId,
    userId,
    role: "owner",
    seesPeople: false,
    createdAt: deps.now(),
  });
  return cookies.map((one) => one.split(";")[0]).join("; ");
}

/** Measures the demonstration's pages beside a bare Remix page in the same process. Needs `npm run build` before. */
export async function figures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
  const composed = await compose(
    readEnv({ DATABASE_URL: `file:${join(folder, "bench.db")}`, LOG_LEVEL: "silent", JOBS: "off" }),
  );
  const { deps } = composed;
  await seedDemonstration(deps, composed);
  const started = await startDemonstration(deps, "bench");
  if (!started.ok) throw new Error("the demonstration was not seeded");
  const { slug, actor } = started.value;
  const cookie = (await guestCookie(actor.organizationId, [], deps.identity, false)).split(";")[0] ?? "";
  const context = () => ({ deps, nonce: randomUUID(), requestId: randomUUID(), address: "127.0.0.1" });

  const build = (await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href)) as ServerBuild;
  const handlerOf = byPlace(build, (part): Answer => createRequestHandler(part, "production"));
  const ours: Answer = (request, context) => handlerOf(new URL(request.url).pathname)(request, context);
  const bare = await cpuPerRequest(
    createRequestHandler(barePage(), "production"),
    () => new Request("http://localhost/"),
    context,
  );
  const result: Figure[] = [{ name: "bare Remix page, CPU ms", value: bare, basis: "measured" }];
  const member = await signedInCookie(deps, actor.organizationId);
  for (const { name, path, signedIn = false } of pages) {
    const headers = { Cookie: signedIn ? member : cookie };
    const page = `http://localhost/o/${slug}${path}`;
    const request = () => new Request(page, { headers });
    let asked = 0;
    // An address of its own makes a page that was never rendered, of data that was.
    const anew = () => new Request(`${page}?asked=${asked++}`, { headers });
    const response = await ours(request(), context());
    const html = await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    for (const [which, make] of [
      ["seen before", request],
      ["rendered anew", anew],
    ] as const) {
      const cpu = await cpuPerRequest(ours, make, context);
      const note = `${(cpu / bare).toFixed(1)}x the bare page`;
      result.push({
        name: `${name}, ${which}, CPU ms`,
        value: cpu,
        basis: "measured",
        target: "<= 4 ms or <= 4x",
        note,
      });
    }
    for (const [what, value, most] of [
      ["HTML bytes gzipped", gzipSync(html).length, 40_000],
      ["HTML bytes", Buffer.byteLength(html), 250_000],
      ["JavaScript bytes gzipped", scriptBytes(html), 110_000],
    ] as const) {
      result.push({ name: `${name}, ${what}`, value, target: `<= ${most}`, basis: "measured" });
    }
  }
  await composed.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}
