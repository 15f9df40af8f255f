// `npm test`: installs what is missing (the browser too), then types, lint, arrows, every test tier and the browser journeys.
// The last line it prints is `N passed, N failed`.
import { spawnSync } from "node:child_process";
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

let passed = 0;
let failed = 0;
for (const check of ["types", "lint", "arrows"]) {
  console.log(`\n— ${check}`);
  if (succeeds("npm", ["run", "-s", check])) passed += 1;
  else failed += 1;
}

console.log("\n— build");
if (succeeds(process.execPath, ["app/launch/build.mjs"])) passed += 1;
else failed += 1;

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
