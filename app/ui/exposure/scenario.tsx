import type { Timeline } from "#app/domain/exposure/exposure-assessment.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { TimelineBand } from "../charts/timeline-band.tsx";
import { Select } from "../controls/fields.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

type ScenarioProps = { timeline: Timeline; mayRun: boolean };

/** Hours of use a quarter under one named setting, marked as a scenario, and the choice between settings. */
export function Scenario({ timeline, mayRun }: ScenarioProps) {
  const t = useText(exposureText);
  return (
    <Panel title={t("timeline")}>
      <p className="mb-3 text-ink-soft">{t("timelineText", { scenario: t(timeline.scenario) })}</p>
      <TimelineBand
        wide={1060}
        title={t("timeline")}
        description={t("timelineText", { scenario: t(timeline.scenario) })}
        unit="hours"
        series={[
          {
            label: t("timelineSeries"),
            points: timeline.points.map(({ quarter, hours }) => ({ at: firstDay(quarter), estimate: hours })),
          },
        ]}
      />
      {mayRun ? (
        <div className="screen-only mt-3">
          <Form id="scenario">
            <Select
              name="scenario"
              label={t("scenario")}
              required
              options={(["slow", "central", "fast"] as const).map((value) => ({ value, label: t(value) }))}
              defaultValue={timeline.scenario}
            />
            <SubmitButton variant="quiet">{t("show")}</SubmitButton>
          </Form>
        </div>
      ) : null}
    </Panel>
  );
}

/** `2027-Q2` to `2027-04-01`. */
function firstDay(quarter: string): string {
  const [year = "", number = "1"] = quarter.split("-Q");
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}
