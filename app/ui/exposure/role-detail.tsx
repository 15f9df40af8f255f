import type { GateChange } from "#app/domain/exposure/explain-role.ts";
import type { ExplainedActivity, OccupationMatch, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import { raterAgreement } from "#app/domain/exposure/rater-agreement.ts";
import type { Gates } from "#app/domain/workforce/role.ts";
import { activityEvidenceText } from "#app/strings/en/activity-evidence.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { ShareBars } from "../charts/share-bars.tsx";
import { LinkButton } from "../controls/button.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { FigureCard } from "../figures/figure.tsx";
import { Grid, KeyFigures, Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { ActivityTable } from "./activity-table.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { GateForm } from "./gate-form.tsx";
import { RedeploymentTable } from "./redeployment-table.tsx";
import { roundedEstimate } from "./rounded.ts";

type RoleDetailProps = {
  detail: {
    readonly role: Omit<RoleExposure, "drivers">;
    readonly currency: string;
    readonly activities: readonly ExplainedActivity[];
    readonly candidates: readonly OccupationMatch[];
    readonly gates: Gates;
    readonly gateChanges: readonly GateChange[];
    readonly version: number | null;
    readonly mayEdit: boolean;
  };
  errors?: Readonly<Record<string, readonly string[]>>;
  values?: Readonly<Record<string, string | readonly string[]>>;
};

/** Activities shown before the rest folds away. */
const firstActivities = 12;

/** Why a role has its score, down to the activity, and what a person can do about it. */
export function RoleDetail({ detail, errors, values }: RoleDetailProps) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const evidence = useText(activityEvidenceText);
  const f = useFormat();
  const { role, currency, activities, version, mayEdit } = detail;
  const edits = mayEdit && version !== null;
  const named = errors === undefined ? {} : { errors };
  return (
    <>
      {role.assessable ? (
        <>
          <KeyFigures>
            <FigureCard label={t("score")} estimate={role.score} unit="share" why="../exposure/method">
              {evidence(raterAgreement(role.raterSd), { points: f.number(role.raterSd * 100, 0) })},{" "}
              {evidence("ratersNote")}
            </FigureCard>
            <FigureCard label={t("hours")} estimate={roundedEstimate(role.hoursExposed)} unit="hours" />
            <FigureCard label={t("payrollExposed")} estimate={role.payrollExposed} unit={{ currency }} />
            <FigureCard label={own("today")} estimate={role.today} unit="share">
              {own("todayNote")}
            </FigureCard>
          </KeyFigures>
          <Panel title={own("shares")}>
            <ShareBars
              wide={1060}
              title={own("shares")}
              description={`${own("raters")}: ${f.share(role.raterSd, 1)}, ${own("ratersNote")}`}
              rows={[
                {
                  label: role.title,
                  automatable: role.automatable.value,
                  augmentable: role.augmentable.value,
                  human: role.human.value,
                },
              ]}
            />
          </Panel>
          <Panel title={own("activities")} link={{ to: "../exposure/method", label: t("method") }}>
            <p className="mb-3 text-ink-soft">{own("activitiesText")}</p>
            <ActivityTable activities={activities.slice(0, firstActivities)} />
            {activities.length > firstActivities ? (
              <Disclosure summary={own("moreActivities", { count: activities.length - firstActivities })}>
                <ActivityTable activities={activities.slice(firstActivities)} />
              </Disclosure>
            ) : null}
          </Panel>
        </>
      ) : null}
      {edits ? (
        <Grid columns={2}>
          <Panel title={own("confirm")}>
            <ConfirmForm
              candidates={detail.candidates}
              chosen={role.state === "confirmed" ? (role.match?.onet ?? null) : null}
              {...named}
              {...(values === undefined ? {} : { values })}
            />
            {role.state === "confirmed" ? (
              <div className="mt-3">
                <Form id="take-back" hidden={{ intent: "take-back" }}>
                  <SubmitButton variant="quiet">{own("takeBack")}</SubmitButton>
                </Form>
              </div>
            ) : null}
          </Panel>
          <Panel title={t("gates")}>
            <p className="mb-3 text-ink-soft">{own("gatesText")}</p>
            <GateForm gates={detail.gates} changes={detail.gateChanges} version={version} {...named} />
          </Panel>
        </Grid>
      ) : null}
      {role.assessable ? (
        <Panel title={own("redeployment")}>
          <p className="mb-3 text-ink-soft">{own("redeploymentText")}</p>
          <RedeploymentTable paths={role.redeployment} />
        </Panel>
      ) : null}
      {edits ? (
        <LinkButton to={`../workforce/${role.id}`} variant="quiet">
          {own("backToRoster")}
        </LinkButton>
      ) : null}
    </>
  );
}
