import { planningText } from "#app/strings/en/planning.ts";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** What of an impossible plan cannot hold together. */
export function Conflicts({ conflicts }: { conflicts: readonly string[] }) {
  const t = useText(planningText);
  const f = useFormat();
  return (
    <Panel title={t("conflicts")}>
      <ul className="list-disc space-y-1 pl-5">
        {conflicts.map((text) => (
          <li key={text}>{f.datesIn(text)}</li>
        ))}
      </ul>
    </Panel>
  );
}
