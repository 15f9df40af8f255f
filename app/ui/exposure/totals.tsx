import type { ExposureTotals, WeightedShares } from "#app/domain/exposure/exposure-assessment.ts";
import type { Weights } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { FigureCard } from "../figures/figure.tsx";
import { KeyFigures } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type TotalsProps = {
  totals: ExposureTotals;
  /** The shares by hours or by pay, as the person chose. */
  shares: WeightedShares;
  weights: Weights;
  currency: string;
  waiting: number;
  notAssessable: number;
};

/** The four figures at the head: how much, what it costs, how much is recognised, and what waits for a person. */
export function Totals({ totals, shares, weights, currency, waiting, notAssessable }: TotalsProps) {
  const t = useText(exposureText);
  const own = useText(scenariosText);
  const f = useFormat();
  const { payrollExposed, payKnown, coverage } = totals;
  const { automatable, augmentable } = shares;
  return (
    <KeyFigures>
      <FigureCard
        label={weights === "payroll" ? own("exposedPay") : t("exposed")}
        estimate={shares.score}
        unit="share"
        why="method"
      >
        {t("ofHours", { automatable: f.share(automatable.value), augmentable: f.share(augmentable.value) })}
      </FigureCard>
      <FigureCard label={t("payroll")} estimate={payrollExposed} unit={{ currency }}>
        {payrollExposed === null ? t("payUnknown") : t("payKnown", { share: f.share(payKnown) })}
      </FigureCard>
      <FigureCard label={t("coverage")} figure={f.share(coverage)} estimate={null} unit="share">
        {t("coverageNote")}
        {notAssessable === 0 ? null : ` · ${t("notAssessable", { count: notAssessable })}`}
      </FigureCard>
      <FigureCard label={t("waiting")} figure={f.number(waiting)} estimate={null} unit="count">
        {waiting === 0 ? t("waitingNone") : t("waitingNote", { count: waiting })}
      </FigureCard>
    </KeyFigures>
  );
}
