// Builds the pages with Remix, and the server, the command line and the worker threads with esbuild.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, root, run } from "./ensure-installed.mjs";

const sources = ["app", "db", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];
const markFile = join(root, "build", ".sources");

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const file of sources
    .map((name) => join(root, name))
    .filter(existsSync)
    .flatMap(filesUnder)) {
    hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

const server = { server: "app/server.ts" };
const command = { cli: "app/cli/index.ts" };
const workers = Object.fromEntries(
  readdirSync(join(root, "app/workers"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [`workers/${name.slice(0, -3)}`, `app/workers/${name}`]),
);

/**
 * @param {Record<string, string>} programs Sources, by the names of their files in the folder.
 * @param {string} outdir
 */
async function bundle(programs, outdir) {
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    packages: "external",
    sourcemap: true,
    loader: { ".json": "json", ".html": "text", ".txt": "text" },
    logLevel: "warning",
  });
}

/**
 * Builds the command line and its threads alone, as they are shipped, into a folder beside `build`.
 * @param {string} folder
 */
export async function buildCommand(folder) {
  rmSync(join(root, folder), { recursive: true, force: true });
  await bundle({ ...command, ...workers }, folder);
}

/** Builds when the sources are not those of the last build. */
export async function build() {
  const hash = sourcesHash();
  if (existsSync(markFile) && readFileSync(markFile, "utf8") === hash) return;
  console.error("Building …");
  rmSync(join(root, "build"), { recursive: true, force: true });
  run("npx", ["--no-install", "remix", "vite:build", "--logLevel", "warn"], { NODE_ENV: "production" });
  await bundle({ ...server, ...command, ...workers }, "build");
  writeFileSync(markFile, hash);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  await build();
}
