/** Every task a thread can do, by name: the file of that name beside this one exports its `run`. */
export const entries = {
  plan: () => import("./plan.ts"),
  "assess-exposure": () => import("./assess-exposure.ts"),
  documents: () => import("./documents.ts"),
  "compose-plan": () => import("./compose-plan.ts"),
} as const;
