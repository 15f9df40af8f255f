import { printFigures } from "./figures.ts";

/** How fast things are, by area: `npm run bench -- exposure [--json]`. Prints figures, asserts nothing about time. */
await printFigures(
  {
    pages: () => import("./bench-pages.ts"),
    exposure: () => import("./bench-exposure.ts"),
    compliance: () => import("./bench-compliance.ts"),
    visibility: () => import("./bench-visibility.ts"),
    patterns: () => import("./bench-patterns.ts"),
  },
  process.argv.slice(2),
);
