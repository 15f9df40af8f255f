import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";

type ProgressProps = { label: string; done: number; total: number; now?: string };

/** How far long work is. `now` says what it is doing at this moment. */
export function Progress({ label, done, total, now }: ProgressProps) {
  const t = useText(interfaceText);
  const words = t("progress", { done, total });
  return (
    <div>
      <div className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="text-caption text-ink-soft">{words}</span>
      </div>
      <progress className="mt-1 h-2 w-full accent-accent" value={done} max={Math.max(total, 1)} aria-label={label}>
        {words}
      </progress>
      {now === undefined ? null : (
        <p className="mt-1 text-caption text-ink-soft" role="status">
          {now}
        </p>
      )}
    </div>
  );
}
