#!/usr/bin/env node
// `npm run -s groundwork -- <command>`: the headless command, from the build where there is one, else from the sources.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
await build();
const program = join(root, "build/cli.js");
if (!existsSync(program)) throw new Error("The build left no command line.");
const child = spawn(process.execPath, ["--enable-source-maps", program, ...process.argv.slice(2)], {
  stdio: "inherit",
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
