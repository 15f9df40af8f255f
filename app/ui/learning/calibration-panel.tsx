import type { CalibrationReport } from "#app/domain/learning/calibration.ts";
import { learningText } from "#app/strings/en/learning.ts";
import { CalibrationPlot } from "../charts/calibration-plot.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const verdicts = {
  calibrated: "verdictCalibrated",
  "too-confident": "verdictTooConfident",
  "too-cautious": "verdictTooCautious",
  "too-hopeful": "verdictTooHopeful",
  "too-pessimistic": "verdictTooPessimistic",
} as const;

/** Whether forecasts were right, in a sentence, with the plot from the first outcome on. */
export function CalibrationPanel({ report }: { report: CalibrationReport }) {
  const t = useText(learningText);
  const f = useFormat();
  if (report.coverage === null) return <p className="text-ink-soft">{t("calibrationNone")}</p>;
  const { value, low, high } = report.coverage;
  return (
    <>
      <p>
        {report.verdict === "too-early" ? t("verdictTooEarly", { count: report.n }) : t(verdicts[report.verdict])}{" "}
        {t("inside", { share: f.share(value), low: f.share(low), high: f.share(high) })}
      </p>
      {report.n < 3 ? null : <CalibrationPlot title={t("calibration")} bins={report.bins} />}
    </>
  );
}
