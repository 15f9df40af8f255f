import type { ReactNode } from "react";

/** An answer as it came, with the sentences that name the organization marked. What is not found as it stands stays unmarked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly string[] }) {
  const spots = marks
    .map((mark) => ({ at: text.indexOf(mark), length: mark.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { at, length } of spots) {
    if (at < from) continue;
    parts.push(
      text.slice(from, at),
      <mark key={at} className="rounded-sm bg-accent-soft text-ink">
        {text.slice(at, at + length)}
      </mark>,
    );
    from = at + length;
  }
  parts.push(text.slice(from));
  return (
    <p dir="auto" className="max-w-3xl [overflow-wrap:anywhere] whitespace-pre-line">
      {parts}
    </p>
  );
}
