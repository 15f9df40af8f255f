// `npm run dev`: the server from its sources; pages reload as they change.
import { spawn } from "node:child_process";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
const server = spawn("npx", ["--no-install", "tsx", "app/server.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "development" },
});
server.on("exit", (code) => process.exit(code ?? 1));
