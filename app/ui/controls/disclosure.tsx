import type { ReactNode } from "react";

type FoldProps = { title: ReactNode; note?: ReactNode; open?: boolean; children: ReactNode };

/** One part of a long list under its heading, with what it holds beside it: the list can be looked over before it is read. */
export function Fold({ title, note, open = false, children }: FoldProps) {
  return (
    <details open={open} className="py-1">
      <summary className="py-1">
        <h3 className="inline">{title}</h3> <span className="text-caption text-ink-soft">{note}</span>
      </summary>
      <div className="pb-2 pl-4">{children}</div>
    </details>
  );
}

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
