import type { RoleExplanation } from "#app/domain/exposure/explain-role.ts";
import type { OccupationMatch, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { NationalPay } from "#app/domain/exposure/national-pay.ts";
import { raterAgreement } from "#app/domain/exposure/rater-agreement.ts";
import type { FoundOccupation } from "#app/domain/exposure/search-occupations.ts";
import type { ActivityStatements, StatementSource } from "#app/domain/exposure/statements.ts";
import type { OwnWay } from "#app/domain/exposure/ways-of-organization.ts";
import type { Gates } from "#app/domain/workforce/role.ts";
import { activityEvidenceText } from "#app/strings/en/activity-evidence.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { redeploymentText } from "#app/strings/en/redeployment.ts";
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
import { DutiesPanel } from "./duties-panel.tsx";
import { GateForm } from "./gate-form.tsx";
import { NationalPayPanel } from "./national-pay-panel.tsx";
import { RedeploymentTable } from "./redeployment-table.tsx";
import { ChangesPanel, WidthPanel } from "./role-doubts.tsx";
import { roundedEstimate } from "./rounded.ts";
import { StatementsPanel } from "./statements-panel.tsx";

type Detail = Pick<RoleExplanation, "activities" | "gateChanges" | "width" | "changes" | "byPay"> & {
  readonly role: Omit<RoleExposure, "drivers" | "redeployment">;
  readonly currency: string;
  readonly candidates: readonly OccupationMatch[];
  readonly gates: Gates;
  readonly ways: readonly OwnWay[];
  readonly pay: NationalPay | null;
  readonly statements: readonly ActivityStatements[];
  readonly statementSource: StatementSource | null;
  readonly search: { readonly query: string; readonly found: readonly FoundOccupation[] } | null;
  readonly statedTasks: number;
  readonly version: number | null;
  readonly mayEdit: boolean;
};

type RoleDetailProps = { detail: Detail; errors?: Readonly<Record<string, readonly string[]>> };

/** Why a role has its score, down to the activity, what would change it, and what a person can do about it. */
export function RoleDetail({ detail, errors }: RoleDetailProps) {
  const own = useText(exposedRoleText);
  const { role, activities, version, mayEdit } = detail;
  const edits = mayEdit && version !== null;
  const labels = new Map(activities.map(({ activity, label }) => [activity, label]));
  return (
    <>
      {role.assessable ? (
        <>
          <Figures detail={detail} />
          <Drivers activities={activities} score={role.score.value} />
          <Grid columns={2}>
            <WidthPanel parts={detail.width} score={role.score} />
            <ChangesPanel changes={detail.changes} />
          </Grid>
        </>
      ) : null}
      {edits ? <WhatItIs detail={detail} version={version} {...(errors === undefined ? {} : { errors })} /> : null}
      <DutiesPanel role={role.id} stated={detail.statedTasks} />
      {role.assessable ? (
        <>
          <Ways detail={detail} />
          {detail.pay === null ? null : <NationalPayPanel pay={detail.pay} byPay={detail.byPay} />}
          <StatementsPanel
            groups={detail.statements}
            source={detail.statementSource}
            labels={labels}
            occupation={role.match?.title ?? ""}
          />
        </>
      ) : null}
      {edits ? (
        <div className="screen-only">
          <LinkButton to={`../workforce/${role.id}`} variant="quiet">
            {own("backToRoster")}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

function Figures({ detail: { role, currency } }: { detail: Detail }) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const evidence = useText(activityEvidenceText);
  const f = useFormat();
  const { automatable, augmentable, human } = role;
  return (
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
              automatable: automatable.value,
              augmentable: augmentable.value,
              human: human.value,
            },
          ]}
        />
      </Panel>
    </>
  );
}

/** Activities shown before the rest folds away: those that move the role most. */
const mostMoving = 5;

function Drivers({ activities, score }: { activities: Detail["activities"]; score: number }) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const f = useFormat();
  const first = activities.slice(0, mostMoving);
  const rest = activities.slice(mostMoving);
  const made = first.reduce((sum, { contribution }) => sum + contribution, 0);
  return (
    <Panel title={own("drivers")} link={{ to: "../exposure/method", label: t("method") }}>
      <p className="mb-3 text-ink-soft">
        {score === 0 ? null : own("driversAnswer", { count: first.length, share: f.share(made / score) })}{" "}
        {own("driversText")}
      </p>
      <ActivityTable activities={first} />
      {rest.length === 0 ? null : (
        <Disclosure summary={own("moreActivities", { count: rest.length })}>
          <ActivityTable activities={rest} />
        </Disclosure>
      )}
    </Panel>
  );
}

function WhatItIs({
  detail,
  version,
  errors,
}: {
  detail: Detail;
  version: number;
  errors?: RoleDetailProps["errors"];
}) {
  const t = useText(exposureText);
  const own = useText(exposedRoleText);
  const { role } = detail;
  const confirmed = role.state === "confirmed" ? role.match : null;
  const named = errors === undefined ? {} : { errors };
  return (
    <div className="screen-only">
      <Grid columns={2}>
        <Panel title={own("confirm")}>
          <ConfirmForm candidates={detail.candidates} chosen={confirmed} search={detail.search} {...named} />
          {confirmed === null ? null : (
            <div className="mt-3">
              <Form id="take-back" hidden={{ intent: "take-back" }}>
                <SubmitButton variant="quiet">{own("takeBack")}</SubmitButton>
              </Form>
            </div>
          )}
        </Panel>
        <Panel title={t("gates")}>
          <p className="mb-3 text-ink-soft">{own("gatesText")}</p>
          <GateForm gates={detail.gates} changes={detail.gateChanges} version={version} {...named} />
        </Panel>
      </Grid>
    </div>
  );
}

function Ways({ detail: { role, ways } }: { detail: Detail }) {
  const own = useText(exposedRoleText);
  const way = useText(redeploymentText);
  return (
    <Panel title={own("waysPanel")} link={{ to: "../exposure/paths", label: way("waysAll") }}>
      <p className="mb-3 text-ink-soft">{way("waysText")}</p>
      <RedeploymentTable caption={own("waysPanel")} ways={ways} hrefOf={({ onet }) => `${role.id}/paths/${onet}`} />
      <p className="mt-3 text-caption text-ink-soft">{way("gauge")}</p>
    </Panel>
  );
}
