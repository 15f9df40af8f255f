import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { createCompute, type Entries } from "#app/adapters/compute/thread-compute.ts";
import { aProblem } from "#tests/builders/plan-problem.ts";

/** A folder with one bundled task, written by hand as the build would. */
function folderWith(source: string): URL {
  const folder = mkdtempSync(join(tmpdir(), "workers-"));
  writeFileSync(join(folder, "plan.js"), `const { parentPort } = require("node:worker_threads");\n${source}`);
  return pathToFileURL(`${folder}/`);
}

const answers = `parentPort.on("message", ({ id, input }) => parentPort.postMessage({ id, output: { seed: input.seed } }));`;
const inline = { plan: async () => ({ run: () => "inline" }) } as unknown as Entries;

test("runs in this thread where there is no bundle", async () => {
  const compute = createCompute({ folder: null, entries: inline });
  expect(await compute.run("plan", aProblem())).toBe("inline");
  await compute.close();
});

test("answers each call with its own result from a thread", async () => {
  const compute = createCompute({ folder: folderWith(answers), entries: inline });
  const results = await Promise.all([3, 1, 2].map((seed) => compute.run("plan", aProblem({ seed }))));
  expect(results).toEqual([{ seed: 3 }, { seed: 1 }, { seed: 2 }]);
  await compute.close();
});

test("an error of the task reaches the caller, and the next call works", async () => {
  const failing = `parentPort.on("message", ({ id, input }) => parentPort.postMessage(input.seed === 1 ? { id, error: "no" } : { id, output: "fine" }));`;
  const compute = createCompute({ folder: folderWith(failing), entries: inline });
  await expect(compute.run("plan", aProblem({ seed: 1 }))).rejects.toThrow("no");
  expect(await compute.run("plan", aProblem({ seed: 2 }))).toBe("fine");
  await compute.close();
});

test("a thread that dies fails its calls, and another is started", async () => {
  const dying = `parentPort.on("message", ({ id, input }) => input.seed === 1 ? process.exit(3) : parentPort.postMessage({ id, output: "again" }));`;
  const compute = createCompute({ folder: folderWith(dying), entries: inline });
  await expect(compute.run("plan", aProblem({ seed: 1 }))).rejects.toThrow("ended with 3");
  expect(await compute.run("plan", aProblem({ seed: 2 }))).toBe("again");
  await compute.close();
});
