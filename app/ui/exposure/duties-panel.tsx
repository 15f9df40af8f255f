import { dutiesText } from "#app/strings/en/duties.ts";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

/** The way from a role to its duties. */
export function DutiesPanel({ role, stated }: { role: string; stated: number }) {
  const t = useText(dutiesText);
  return (
    <Panel title={t("panelTitle")} link={{ to: `../exposure/${role}/duties`, label: t("panelLink") }}>
      <p className="text-ink-soft">{stated === 0 ? t("panelNone") : t("panelText", { count: stated })}</p>
    </Panel>
  );
}
