// `npm start`: installs what is missing, builds what is stale, and serves. The server migrates and seeds an empty database itself.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
await build();
const server = spawn(process.execPath, ["--enable-source-maps", join(root, "build/server.js")], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => server.kill(signal));
server.on("exit", (code) => process.exit(code ?? 1));
