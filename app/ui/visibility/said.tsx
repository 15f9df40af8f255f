import type { ReactNode } from "react";
import { type Tone, toneClasses } from "../controls/badge.tsx";
import { useFocus } from "../controls/use-focus.ts";

type Props = {
  /** The answer of the action that it speaks of: another answer takes the focus again. */
  by: unknown;
  tone?: Tone;
  children: ReactNode;
};

/** What was just done, or why not: read out at once, and a keyboard goes on from here. */
export function Said({ by, tone = "good", children }: Props) {
  const box = useFocus<HTMLDivElement>(by);
  return (
    <div
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without script the page loads anew, and this may stand far down on it
      autoFocus={by !== undefined}
      role="status"
      className={`rounded-panel px-4 py-3 [overflow-wrap:anywhere] text-ink ${toneClasses[tone]}`}
    >
      {children}
    </div>
  );
}
