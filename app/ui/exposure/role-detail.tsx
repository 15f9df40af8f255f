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
import { ShareBars } from "../charts/share-bars.tsx";
import { LinkButton } from "../controls/button.tsx";
import { FigureCard } from "../figures/figure.tsx";
import { Grid, KeyFigures, Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { DutiesPanel } from "./duties-panel.tsx";
import { NationalPayPanel } from "./national-pay-panel.tsx";
import { ChangesPanel, WidthPanel } from "./role-doubts.tsx";
import { RoleDrivers } from "./role-drivers.tsx";
import { RoleSettings } from "./role-settings.tsx";
import { WaysOfRole } from "./role-ways.tsx";
import { roundedEstimate } from "./rounded.ts";
import { StatementsPanel } from "./statements-panel.tsx";

type Detail = Pick<RoleExplanation, "activities" | "gateChanges" | "width" | "changes" | "byPay"> & {
  readonly role: Omit<RoleExposure, "drivers" | "redeployment">;
  readonly currency: string;
  readonly candidates: readonly OccupationMatch[];
  readonly gates: Gates;
  readonly ways: readonly OwnWay[];
  readonly lowerPay: number;
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
          <RoleDrivers activities={activities} score={role.score.value} />
          <Grid columns={2}>
            <WidthPanel parts={detail.width} score={role.score} />
            <ChangesPanel changes={detail.changes} />
          </Grid>
        </>
      ) : null}
      {edits ? <RoleSettings detail={detail} version={version} {...(errors === undefined ? {} : { errors })} /> : null}
      <DutiesPanel role={role.id} stated={detail.statedTasks} />
      {role.assessable ? (
        <>
          <WaysOfRole role={role.id} ways={detail.ways} lowerPay={detail.lowerPay} />
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
