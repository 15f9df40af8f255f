import type { ReactNode } from "react";

type EmptyStateProps = {
  /** Left out where the title of the page says it. */
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
};

/** Says what is missing and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="panel max-w-2xl py-8">
      {title === undefined ? null : <h2 className="mb-2 text-heading">{title}</h2>}
      {children === undefined ? null : <div className="text-ink-soft">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
