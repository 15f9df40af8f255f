import type { ReactNode } from "react";

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** Says what is missing and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="panel max-w-2xl py-8">
      <h2 className="text-heading">{title}</h2>
      {children === undefined ? null : <div className="mt-2 text-ink-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
