/** The colours a chart may use: names of the theme, so that a chart follows light, dark and print. */
export const paint = {
  ink: "var(--ink)",
  soft: "var(--ink-soft)",
  surface: "var(--surface)",
  raised: "var(--raised)",
  line: "var(--line-strong)",
  grid: "var(--grid)",
  accent: "var(--accent)",
  band: "var(--band)",
  automatable: "var(--automatable)",
  augmentable: "var(--augmentable)",
  human: "var(--human)",
  bad: "var(--bad)",
  warn: "var(--warn)",
  good: "var(--good)",
} as const;

/** Who does the work, mostly. Each kind has a colour and a shape or pattern of its own. */
export type Kind = "automatable" | "augmentable" | "human";
export const kinds: readonly Kind[] = ["automatable", "augmentable", "human"];
