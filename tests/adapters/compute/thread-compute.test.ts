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
  // What kind of script it is must not depend on a package file above.
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "plan.js"), `const { parentPort } = require("node:worker_threads");\n${source}`);
  return pathToFileURL(`${folder}/`);
}

const answers = `parentPort.on("message", ({ input }) => parentPort.postMessage({ output: { seed: input.seed } }));`;
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
  const failing = `parentPort.on("message", ({ input }) => parentPort.postMessage(input.seed === 1 ? { error: "no" } : { output: "fine" }));`;
  const compute = createCompute({ folder: folderWith(failing), entries: inline });
  await expect(compute.run("plan", aProblem({ seed: 1 }))).rejects.toThrow("no");
  expect(await compute.run("plan", aProblem({ seed: 2 }))).toBe("fine");
  await compute.close();
});

test("a thread that dies fails its calls, and another is started", async () => {
  const dying = `parentPort.on("message", ({ input }) => input.seed === 1 ? process.exit(3) : parentPort.postMessage({ output: "again" }));`;
  const compute = createCompute({ folder: folderWith(dying), entries: inline });
  await expect(compute.run("plan", aProblem({ seed: 1 }))).rejects.toThrow("ended with 3");
  expect(await compute.run("plan", aProblem({ seed: 2 }))).toBe("again");
  await compute.close();
});

test("a run that takes too long or too much memory is ended, and those that waited behind it are done", async () => {
  const greedy = `parentPort.on("message", ({ input }) => {
    const kept = [];
    if (input.seed === 1) for (;;);
    if (input.seed === 2) for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => at + 0.5));
    parentPort.postMessage({ output: "fine" });
  });`;
  const limits = { plan: { seconds: 1.5, memoryMiB: 16 } };
  const compute = createCompute({ folder: folderWith(greedy), entries: inline, limits });
  const runs = [1, 2, 3].map((seed) => compute.run("plan", aProblem({ seed })));
  const ended = await Promise.allSettled(runs);
  expect(ended).toMatchObject([
    { status: "rejected", reason: { name: "TaskCutOff", message: "It took more than 1.5 seconds." } },
    { status: "rejected", reason: { name: "TaskCutOff", message: "It took more memory than it is given." } },
    { status: "fulfilled", value: "fine" },
  ]);
  await compute.close();
});

test("a thread has the room that its task is given", async () => {
  const telling = `const { resourceLimits } = require("node:worker_threads");
    parentPort.on("message", () => parentPort.postMessage({ output: resourceLimits }));`;
  const limits = { plan: { seconds: 10, memoryMiB: 64, youngMiB: 96 } };
  const compute = createCompute({ folder: folderWith(telling), entries: inline, limits });
  expect(await compute.run("plan", aProblem())).toMatchObject({
    maxOldGenerationSizeMb: 64,
    maxYoungGenerationSizeMb: 96,
  });
  await compute.close();
});

test("what waits when the threads are closed is refused", async () => {
  const endless = `parentPort.on("message", () => undefined);`;
  const compute = createCompute({ folder: folderWith(endless), entries: inline });
  const runs = [1, 2].map((seed) => compute.run("plan", aProblem({ seed })));
  const ended = Promise.allSettled(runs);
  // The first has to be under way before it can be cut off.
  await new Promise((turn) => setTimeout(turn, 50));
  await compute.close();
  expect((await ended).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("a thread without work is ended, one with work is not, and the next call starts another", async () => {
  const telling = `const { threadId } = require("node:worker_threads");
    parentPort.on("message", ({ input }) => setTimeout(() => parentPort.postMessage({ output: threadId }), input.seed));`;
  const compute = createCompute({ folder: folderWith(telling), entries: inline, idleMs: 60 });
  const first = await compute.run("plan", aProblem({ seed: 1 }));
  expect(await compute.run("plan", aProblem({ seed: 180 }))).toBe(first);
  await new Promise((turn) => setTimeout(turn, 120));
  expect(await compute.run("plan", aProblem({ seed: 1 }))).not.toBe(first);
  await compute.close();
});
