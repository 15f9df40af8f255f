import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import type { Compute, ComputeTask } from "#app/services/ports/compute.ts";
import { entries, limits } from "#app/workers/entries.ts";

/** Threads as the app has them, with its limits, kept until they are closed. */
export type BuiltThreads = { readonly compute: Compute; close(): Promise<void> };

/** The worker threads of these tasks as the build bundles them: `--import tsx` does not reach into a thread. */
export async function builtThreads(tasks: readonly ComputeTask[]): Promise<BuiltThreads> {
  // Within the project, so that the bundles find its packages.
  mkdirSync(".cache", { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), ".cache", "bench-"));
  const { build } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  await build({
    entryPoints: tasks.map((name) => join("app/workers", `${name}.ts`)),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    loader: { ".json": "json" },
    logLevel: "error",
  });
  const compute = createCompute({ folder: pathToFileURL(`${folder}/`), entries, limits, idleMs: 600_000 });
  return {
    compute,
    async close() {
      await compute.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
