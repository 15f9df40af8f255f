import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type ServedApp = AsyncDisposable & { readonly origin: string; readonly process: ChildProcess };

/** The built app on a free port with a database of its own, migrated and seeded as on a first start. */
export async function servedApp(env: Record<string, string> = {}): Promise<ServedApp> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-journey-"));
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      LOG_LEVEL: "error",
      DATABASE_URL: `file:${join(folder, "groundwork.db")}`,
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
