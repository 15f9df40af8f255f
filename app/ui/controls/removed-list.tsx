import { Button } from "./button.tsx";
import { Disclosure } from "./disclosure.tsx";

type Removed = {
  readonly id: string;
  /** What the button brings back, for who hears it. */
  readonly name: string;
  /** What stands beside the button; the name when left out. */
  readonly text?: string;
};

type RemovedListProps = {
  summary: string;
  restore: string;
  rows: readonly Removed[];
  actionOf: (id: string) => string;
};

/** What was removed and can still be brought back, each by the action of its own page. Nothing where there is none. */
export function RemovedList({ summary, restore, rows, actionOf }: RemovedListProps) {
  if (rows.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <ul className="space-y-1">
        {rows.map(({ id, name, text = name }) => (
          <li key={id}>
            <form method="post" action={actionOf(id)} className="flex items-center gap-3">
              <span>{text}</span>
              <Button variant="quiet" name="intent" value="restore" aria-label={`${restore}: ${name}`}>
                {restore}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
