import type { Timeline } from "#app/domain/exposure/exposure-assessment.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { LinkButton } from "../controls/button.tsx";
import { Select } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";
import { AdoptionTable } from "./adoption-table.tsx";
import { BusiestActivities } from "./busiest-activities.tsx";
import { UseBands } from "./use-bands.tsx";

type ScenarioProps = {
  timeline: Timeline;
  currency: string;
  sources: Readonly<Record<string, string>>;
  /** Where scenarios live. */
  base: string;
  mayRun: boolean;
};

/** Hours and pay of use a quarter under one setting, everything it rests on, and the way to other settings. */
export function Scenario({ timeline, currency, sources, base, mayRun }: ScenarioProps) {
  const t = useText(exposureText);
  const own = useText(scenariosText);
  return (
    <Panel title={own("use")}>
      <UseBands timeline={timeline} currency={currency} wide={1060} />
      {timeline.adoption === undefined ? null : <AdoptionTable adoption={timeline.adoption} sources={sources} />}
      <BusiestActivities timeline={timeline} />
      <div className="screen-only mt-4 space-y-4">
        <FormActions>
          <LinkButton to={`${base}/new`}>{own("tryOther")}</LinkButton>
          <LinkButton to={base} variant="quiet">
            {own("toScenarios")}
          </LinkButton>
          <LinkButton to={`${base}/timeline`} variant="quiet" document>
            {own("csvTimeline")}
          </LinkButton>
        </FormActions>
        {mayRun ? (
          <Form id="scenario">
            <Select
              name="scenario"
              label={t("scenario")}
              required
              options={(["slow", "central", "fast"] as const).map((value) => ({ value, label: own(value) }))}
              defaultValue={timeline.scenario}
            />
            <SubmitButton variant="quiet">{t("show")}</SubmitButton>
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
