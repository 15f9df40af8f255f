/** Every task a thread can do, by name: the file of that name beside this one exports its `run`. */
export const entries = {
  plan: () => import("./plan.ts"),
  "assess-exposure": () => import("./assess-exposure.ts"),
  "assess-roster": () => import("./assess-roster.ts"),
  "match-titles": () => import("./match-titles.ts"),
  documents: () => import("./documents.ts"),
  "write-docx": () => import("./write-docx.ts"),
  "compose-plan": () => import("./compose-plan.ts"),
  "read-page": () => import("./read-page.ts"),
  "read-roster": () => import("./read-roster.ts"),
  "read-system-list": () => import("./read-system-list.ts"),
  "inspect-evidence": () => import("./inspect-evidence.ts"),
} as const;

/**
 * What reading somebody else's file may cost. It is ended beyond that, because it may have been made to cost more. A page is read in
 * room for several: where the engine sweeps once a page, it finds the page's whole tree alive, takes its nodes for what lasts, makes
 * them where sweeping is dear from then on, and reads half as many pages without main text.
 */
export const limits = {
  "read-page": { seconds: 10, memoryMiB: 256, youngMiB: 96 },
  "write-docx": { seconds: 60, memoryMiB: 512 },
  "read-roster": { seconds: 60, memoryMiB: 320 },
  "read-system-list": { seconds: 15, memoryMiB: 256 },
  "inspect-evidence": { seconds: 20, memoryMiB: 320 },
} as const;
