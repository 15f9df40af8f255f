import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { openDatabase } from "#db/client.server.ts";

export type ServedApp = AsyncDisposable & { readonly origin: string; readonly process: ChildProcess };

const seededFile = fileURLToPath(new URL("../../.cache/seeded.db", import.meta.url));

/** Runs once before the journeys: a first start of the built app, whose database each of them copies. */
export default async function keepSeeded(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-seeded-"));
  const file = join(folder, "groundwork.db");
  try {
    await (await serve({ DATABASE_URL: `file:${file}` }))[Symbol.asyncDispose]();
    const database = await openDatabase(`file:${file}`);
    await database.client.executeMultiple("PRAGMA wal_checkpoint(TRUNCATE);");
    database.close();
    mkdirSync(dirname(seededFile), { recursive: true });
    copyFileSync(file, seededFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The built app on a free port with a database of its own, as a first start leaves it, and the variables given. */
export async function servedApp(env: Record<string, string> = {}): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-journey-"));
  const file = join(folder, "groundwork.db");
  copyFileSync(seededFile, file);
  const app = await serve({ ...env, DATABASE_URL: `file:${file}` });
  return {
    ...app,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built app on a free port, over the database that the variables name. */
export async function serve(env: Record<string, string>): Promise<ServedApp> {
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      LOG_LEVEL: "error",
      ...env,
    },
  });
  const said: string[] = [];
  const origin = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said.join("\n")}`)));
    createInterface({ input: child.stderr }).on("line", (line) => {
      said.push(line);
      const found = line.match(/Groundwork is at (http:\/\/localhost:\d+)/)?.[1];
      if (found) resolve(found);
    });
  });
  return {
    origin,
    process: child,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}
