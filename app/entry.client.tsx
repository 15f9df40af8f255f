import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

/**
 * The page's data is decoded first. `RemixBrowser` starts that when it is first called and waits for it by suspending at the
 * root, where no boundary can catch it: a key pressed meanwhile would make React hydrate at once, fail, and draw the page anew.
 */
async function dataDecoded(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    await waiting;
  }
}

dataDecoded().then(() =>
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />);
  }),
);
