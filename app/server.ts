import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type NextFunction, type Request, type Response } from "express";
import type { ViteDevServer } from "vite";
import { compose } from "./composition.server.ts";
import { offerDemonstration } from "./demonstration/seed-demonstration.server.ts";
import { matcherOf } from "./domain/exposure/match-title.ts";
import { EnvironmentRefused, readEnv } from "./env.server.ts";
import { byPlace } from "./http/by-place.server.ts";
import { isSameOrigin } from "./http/same-origin.server.ts";
import { securityHeaders } from "./http/security-headers.server.ts";
import { handlers } from "./jobs/handlers.server.ts";
import { startWorker } from "./jobs/start-worker.server.ts";

/** Milliseconds that open requests and the running job get to end when the process is told to stop. */
const graceMs = 10_000;

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

async function remixBuild(vite: ViteDevServer | null): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (vite) return () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
  return (await import(pathToFileURL(join(process.cwd(), "build/server/index.js")).href)) as ServerBuild;
}

async function main(): Promise<void> {
  const env = readEnv();
  const composed = await compose(env);
  const { deps } = composed;
  await offerDemonstration(deps, composed);
  const secure = env.origin.startsWith("https:");
  const developing = env.mode === "development";
  const vite = developing
    ? await (await import("vite")).createServer({ server: { middlewareMode: true }, appType: "custom" })
    : null;

  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.trustProxy);

  app.use((request: Request, response: Response, next: NextFunction) => {
    const nonce = randomBytes(16).toString("base64");
    const requestId = randomUUID();
    response.locals = { nonce, requestId };
    response.setHeader("X-Request-Id", requestId);
    // The development server injects scripts of its own, which carry no nonce.
    if (!developing) response.set(securityHeaders(nonce, secure));
    const started = performance.now();
    response.on("finish", () => {
      deps.log.info(
        {
          requestId,
          method: request.method,
          path: request.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
        },
        "answered",
      );
    });
    next();
  });

  if (vite) app.use(vite.middlewares);
  else {
    const client = join(process.cwd(), "build/client");
    app.use(
      "/assets",
      express.static(join(client, "assets"), { immutable: true, maxAge: "1y", index: false, fallthrough: false }),
    );
    if (existsSync(client)) app.use(express.static(client, { maxAge: "1h", index: false }));
  }

  app.use((request: Request, response: Response, next: NextFunction) => {
    const site = request.get("sec-fetch-site");
    // What these two carry is signed, and no cookie counts for it: a vendor's call, and a mail program that ends letters.
    const signed = request.path === "/webhooks/stripe" || request.path === "/unsubscribe";
    if (
      signed ||
      isSameOrigin(request.method, { origin: request.get("origin"), site }, env.origin, request.get("host") ?? "")
    ) {
      next();
      return;
    }
    response.status(403).type("text/plain").send("This request did not come from our own pages.");
  });

  const handlerOf = byPlace(await remixBuild(vite), (build) =>
    createRequestHandler({
      build,
      mode: env.mode,
      getLoadContext: (request, response) => ({
        deps,
        nonce: response.locals.nonce,
        requestId: response.locals.requestId,
        address: request.ip ?? "unknown",
      }),
    }),
  );
  app.all("*", (request, response, next) => handlerOf(request.path)(request, response, next));

  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500)
      deps.log.error({ err: error, requestId: response.locals.requestId }, "a request failed outside the pages");
    if (!response.headersSent) {
      response
        .status(status)
        .type("text/plain")
        .send(status === 404 ? "Not found." : `Something went wrong. Request ${response.locals.requestId}.`);
    }
  });

  const worker = env.jobs === "inside" ? startWorker(deps, handlers) : null;
  // The index of titles takes a tenth of a second: better now than in somebody's first page.
  matcherOf(deps.knowledge.titles);
  const server: Server = app.listen(env.port, env.host, () => {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : env.port;
    tell(`Groundwork is at http://localhost:${port} (${composed.place}). Stop it with Ctrl-C.`);
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    tell(
      error.code === "EADDRINUSE"
        ? `Port ${env.port} is taken. Set PORT to another, for example PORT=3001 npm start.`
        : String(error),
    );
    process.exit(1);
  });

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    server.close();
    server.closeIdleConnections();
    await worker?.stop();
    await vite?.close();
    await composed.close();
    process.exit(0);
  }
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

main().catch((error: unknown) => {
  const expected = error instanceof EnvironmentRefused || (error as Error)?.name === "DatabaseInUse";
  tell(expected ? (error as Error).message : `Groundwork could not start.\n${(error as Error)?.stack ?? error}`);
  process.exit(1);
});
