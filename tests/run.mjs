// `npm test`: installs what is missing (the browser too), then types, lint, arrows, every test tier and the browser journeys.
// The last line it prints is `N passed, N failed`.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, root } from "../app/launch/ensure-installed.mjs";

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
function succeeds(program, args, env = {}) {
  return (
    spawnSync(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } })
      .status === 0
  );
}

/** The system's Chromium: found, else installed by apt as root. Without one the journeys fail with a hint; they are never skipped. */
function ensureBrowser() {
  const found = () =>
    [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
      (path) => path && existsSync(path),
    );
  const there = found();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser journeys (once) …");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    succeeds("apt-get", ["update", "-qq"], quiet) &&
      succeeds("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  }
  return found();
}

ensureInstalled();
const browser = ensureBrowser();
mkdirSync(join(root, ".cache"), { recursive: true });
const report = join(root, ".cache/vitest.json");

/**
 * Runs a program beside others and prints what it says when it ends, so that lines of two do not mix.
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<boolean>}
 */
function succeedsBeside(name, program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.on("error", (error) => said.push(Buffer.from(error.message)));
    child.on("close", (status) => {
      console.log(`\n— ${name}\n${Buffer.concat(said).toString().trimEnd()}`);
      resolve(status === 0);
    });
  });
}

let passed = 0;
let failed = 0;
// The checks need a core each for a minute and nothing of each other.
const checks = await Promise.all([
  ...["types", "lint", "arrows"].map((check) => succeedsBeside(check, "npm", ["run", "-s", check])),
  succeedsBeside("build", process.execPath, ["app/launch/build.mjs"]),
]);
for (const succeeded of checks) {
  if (succeeded) passed += 1;
  else failed += 1;
}

for (const project of ["tiers", "journeys"]) {
  console.log(`\n— ${project}`);
  const ran = succeeds(
    "npx",
    [
      "--no-install",
      "vitest",
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    browser ? { CHROMIUM_PATH: browser } : {},
  );
  try {
    const result = JSON.parse(readFileSync(report, "utf8"));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that cannot even be loaded has no tests to count.
    if (!ran && result.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  }
}
if (!browser) console.log("\nNo browser: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.");

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
