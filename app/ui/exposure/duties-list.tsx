import type { DutiesView } from "#app/domain/exposure/duties-view.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { DutyEvidence } from "./duty-evidence.tsx";

/** The duties for a person who may not change them. */
export function DutiesList({ view }: { view: DutiesView }) {
  const t = useText(dutiesText);
  const f = useFormat();
  return (
    <>
      <ol className="divide-y divide-line">
        {view.duties.map((duty) => (
          <li key={duty.task.text} className="py-3 first:pt-0">
            <p dir="auto">{duty.task.text}</p>
            <DutyEvidence duty={duty} />
          </li>
        ))}
      </ol>
      <p className="mt-3 text-ink-soft">{t(view.says, { left: f.share(Math.max(0, 1 - view.stated)) })}</p>
    </>
  );
}
