import { findChromium } from "#app/adapters/chromium/find-chromium.ts";

/** The machine's browser. A test that needs one is never skipped: it fails with a hint. */
export function chromiumHere(): string {
  const found = findChromium(process.env.CHROMIUM_PATH ?? null);
  if (found === null)
    throw new Error("No browser. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.");
  return found;
}
