import type { Timeline } from "#app/domain/exposure/exposure-assessment.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { TimelineBand } from "../charts/timeline-band.tsx";
import { useText } from "../text/use-text.ts";
import { firstDay } from "./quarter.ts";

type UseBandsProps = { timeline: Pick<Timeline, "scenario" | "points">; currency: string; wide?: number };

/** Hours a quarter as a band with its two parts, and pay a quarter where pay is known. */
export function UseBands({ timeline: { scenario, points }, currency, wide = 490 }: UseBandsProps) {
  const t = useText(scenariosText);
  const text = t("useText", { setting: t(scenario) });
  const hours = points.map(({ quarter, hours }) => ({ at: firstDay(quarter), estimate: hours }));
  const part = (kind: "automatable" | "augmentable") =>
    points.flatMap(({ quarter, [kind]: estimate }) =>
      estimate === undefined ? [] : [{ at: firstDay(quarter), estimate }],
    );
  const pay = points.flatMap(({ quarter, pay: estimate }) =>
    estimate == null ? [] : [{ at: firstDay(quarter), estimate }],
  );
  const parts = (["automatable", "augmentable"] as const)
    .map((kind) => ({ label: t(kind), kind, points: part(kind) }))
    .filter((series) => series.points.length > 0);
  return (
    <>
      <p className="mb-3 text-ink-soft">{text}</p>
      <TimelineBand
        wide={wide}
        title={t("hoursQuarter")}
        description={text}
        unit="hours"
        series={[{ label: t("allHours"), points: hours }, ...parts]}
      />
      {pay.length === 0 ? null : (
        <>
          <h3 className="mt-4 font-semibold">{t("payQuarter")}</h3>
          <p className="mb-2 text-caption text-ink-soft">{t("payText")}</p>
          <TimelineBand
            wide={wide}
            title={t("payQuarter")}
            description={t("payText")}
            unit={{ currency }}
            series={[{ label: t("payQuarter"), points: pay }]}
          />
        </>
      )}
    </>
  );
}
