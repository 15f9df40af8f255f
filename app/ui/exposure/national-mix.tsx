import type { MixComparison } from "#app/domain/exposure/exposure-assessment.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { IntervalRows } from "../charts/interval-rows.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** The organization's score beside its occupations at national weights and beside the economy. */
export function NationalMix({ comparison }: { comparison: MixComparison }) {
  const t = useText(scenariosText);
  const f = useFormat();
  const { covered, occupations, own, national, difference, economy } = comparison;
  if (own === null || national === null || difference === null)
    return (
      <Panel title={t("comparison")}>
        <p className="text-ink-soft">{t("comparisonHidden", { covered: f.share(covered) })}</p>
      </Panel>
    );
  const points = (share: number) => f.number(Math.abs(share) * 100, 1);
  const signed = (share: number) => `${share < 0 ? "−" : ""}${points(share)}`;
  const answer =
    difference.low > 0
      ? t("higher", { points: points(difference.value), low: points(difference.low), high: points(difference.high) })
      : difference.high < 0
        ? t("lower", { points: points(difference.value), low: points(difference.high), high: points(difference.low) })
        : t("undecided", { low: signed(difference.low), high: signed(difference.high) });
  return (
    <Panel title={t("comparison")}>
      <p className="mb-1">{answer}</p>
      <p className="mb-3 text-ink-soft">{t("comparisonText")}</p>
      <IntervalRows
        wide={1060}
        title={t("comparison")}
        description={answer}
        unit="share"
        rows={[
          { label: t("yourMix"), estimate: own },
          { label: t("nationalMix"), estimate: national },
          ...(economy === null ? [] : [{ label: t("economy"), estimate: economy }]),
        ]}
      />
      <p className="mt-2 text-caption text-ink-soft">
        {t("comparisonSource", { occupations, covered: f.share(covered) })}
      </p>
    </Panel>
  );
}
