import { existsSync } from "node:fs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser named, or the first that is installed in a usual place; null where there is none. */
export function findChromium(named: string | null, exists: (path: string) => boolean = existsSync): string | null {
  if (named !== null) return exists(named) ? named : null;
  return usualPlaces.find((path) => exists(path)) ?? null;
}
