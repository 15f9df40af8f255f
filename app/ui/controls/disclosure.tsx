import type { ReactNode } from "react";

type DisclosureProps = { summary: ReactNode; open?: boolean; children: ReactNode };

/** Native details: works without script, found by the browser's own search. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details open={open} className="text-ink">
      <summary className="py-1 text-accent">{summary}</summary>
      <div className="pt-1 pb-2">{children}</div>
    </details>
  );
}
