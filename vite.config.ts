// How the app is built and tested. What Remix does is in remix.config.js.
import { dirname, join } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

const underTest = Boolean(process.env.VITEST);

/** What every page of the app loads: one file compresses better, and arrives sooner, than a dozen small ones. */
const onEveryPage =
  /\/app\/(root\.tsx|strings\/(say|format|en\/interface)\.ts|ui\/(text|figures)\/[\w-]+\.tsx?|ui\/controls\/(anchor|badge|button|disclosure|empty-state|notice)\.tsx|ui\/layout\/(page|theme|nonce|navigation|app-frame|frame-context|error-page|palette-key)\.tsx|ui\/tables\/[\w-]+\.tsx?)$/;

/** What every form loads. */
const inForms = /\/app\/ui\/controls\/(fields|form|error-summary)\.tsx$/;

/** What every chart loads. */
const inCharts =
  /\/app\/(ui\/charts\/(chart-frame|marks|markup|paint|linear-scale|text-width)|strings\/en\/charts)\.tsx?$/;

/** Kept apart, because they change with a version and not with a deployment. */
const packages = /\/node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|@remix-run)\//;

/** In tests, packs of megabytes are read as data instead of being turned into code for each file that needs them. */
const packsAsData: Plugin = {
  name: "packs-as-data",
  enforce: "pre",
  resolveId(source, importer) {
    if (!importer || !source.endsWith(".json") || !importer.includes("/app/knowledge/")) return null;
    return `\0pack:${join(dirname(importer), source.replace(/\.json$/, ""))}`;
  },
  load(id) {
    if (!id.startsWith("\0pack:")) return null;
    const file = JSON.stringify(`${id.slice("\0pack:".length)}.json`);
    return `import { readFileSync } from "node:fs"; export default JSON.parse(readFileSync(${file}, "utf8"));`;
  },
};

export default defineConfig({
  plugins: underTest ? [packsAsData] : [tailwindcss(), remix(remixConfig)],
  build: {
    // Browsers from autumn 2022 on.
    target: ["chrome107", "edge107", "firefox104", "safari16"],
    rollupOptions: {
      output: {
        manualChunks(id) {
          if (packages.test(id)) return "react";
          if (onEveryPage.test(id)) return "frame";
          if (inForms.test(id)) return "forms";
          return inCharts.test(id) ? "drawing" : undefined;
        },
      },
    },
  },
  // Page objects and route modules are compiled with React's automatic runtime in tests too.
  // The notices of licences stand in public/licences.txt.
  esbuild: { jsx: "automatic", legalComments: "none" },
  test: {
    globalSetup: ["tests/database/build-template.ts"],
    setupFiles: ["tests/console-is-quiet.ts"],
    // Long, for packs of megabytes are loaded on busy machines.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every core: the default leaves one idle, which on two cores is half of them.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "tiers",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/journeys/**"],
          globalSetup: ["tests/cli/build-command.ts"],
          // Modules keep no state that a test changes, so files of one process share them: packs are read once instead of 240 times.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/journeys/served-app.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
