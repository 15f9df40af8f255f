import { printFigures } from "./figures.ts";

/** How good each engine is, by area: `npm run validate -- exposure [--data DIR] [--json]`. */
await printFigures(
  {
    exposure: () => import("./validate-exposure.ts"),
    planning: () => import("./validate-planning.ts"),
    compliance: () => import("./validate-compliance.ts"),
    readiness: () => import("./validate-readiness.ts"),
    learning: () => import("./validate-learning.ts"),
    visibility: () => import("./validate-visibility.ts"),
  },
  process.argv.slice(2),
);
