import type { Weights } from "#app/domain/exposure/exposure-view.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { useText } from "../text/use-text.ts";

/** Figures by working hours or by payroll. Links, so that the choice can be shared. */
export function WeightsSwitch({ weights, kept }: { weights: Weights; kept: readonly (readonly [string, string])[] }) {
  const t = useText(scenariosText);
  const others = kept.filter(([name]) => name !== "weights").map(([name, value]) => [name, value]);
  return (
    <nav aria-label={t("weights")} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
        <li className="text-ink-soft">{t("weights")}</li>
        {(["hours", "payroll"] as const).map((each) => (
          <li key={each}>
            <a
              href={`?${new URLSearchParams([...others, ...(each === "hours" ? [] : [["weights", each]])])}`}
              className={each === weights ? "font-semibold" : "link"}
              aria-current={each === weights ? "true" : undefined}
            >
              {t(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
