import type { WeightedShares } from "#app/domain/exposure/exposure-assessment.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import type { WhatIfResult } from "#app/domain/exposure/what-if.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { FigureCard } from "../figures/figure.tsx";
import { KeyFigures, Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { roundedEstimate } from "./rounded.ts";
import { UseBands } from "./use-bands.tsx";

type WhatIfResultsProps = {
  result: WhatIfResult;
  assessed: WeightedShares;
  setting: AdoptionName;
  currency: string;
};

/** What would follow: four figures and the bands of use. */
export function WhatIfResults({ result, assessed, setting, currency }: WhatIfResultsProps) {
  const t = useText(scenariosText);
  const names = useText(exposureText);
  const f = useFormat();
  const { byHours, points } = result;
  const last = points.at(-1);
  const before = (share: number) => t("before", { share: f.share(share) });
  return (
    <>
      <KeyFigures>
        <FigureCard label={t("exposed")} estimate={byHours.score} unit="share">
          {before(assessed.score.value)}
        </FigureCard>
        <FigureCard label={names("automatable")} estimate={byHours.automatable} unit="share">
          {before(assessed.automatable.value)}
        </FigureCard>
        <FigureCard label={names("augmentable")} estimate={byHours.augmentable} unit="share">
          {before(assessed.augmentable.value)}
        </FigureCard>
        {last === undefined ? null : (
          <FigureCard
            label={t("lastQuarter", { quarter: last.quarter.replace("-", " ") })}
            estimate={roundedEstimate(last.hours)}
            unit="count"
          />
        )}
      </KeyFigures>
      <Panel title={t("use")}>
        <UseBands timeline={{ scenario: setting, points }} currency={currency} wide={680} />
      </Panel>
    </>
  );
}
