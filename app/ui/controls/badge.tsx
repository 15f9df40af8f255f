import type { ReactNode } from "react";

/** `bad`, `warn` and `good` are for states that need a person; the words say the state, the colour only repeats it. */
export type Tone = "bad" | "warn" | "good" | "accent" | "quiet";

export const toneClasses: Readonly<Record<Tone, string>> = {
  bad: "bg-bad-soft text-bad",
  warn: "bg-warn-soft text-warn",
  good: "bg-good-soft text-good",
  accent: "bg-accent-soft text-accent",
  quiet: "bg-raised text-ink-soft",
};

export function Badge({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${toneClasses[tone]}`}>{children}</span>;
}
