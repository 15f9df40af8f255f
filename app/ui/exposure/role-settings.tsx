import type { RoleExplanation } from "#app/domain/exposure/explain-role.ts";
import type { OccupationMatch, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import type { FoundOccupation } from "#app/domain/exposure/search-occupations.ts";
import type { Gates } from "#app/domain/workforce/role.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Grid, Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { GateForm } from "./gate-form.tsx";

type RoleSettingsProps = {
  detail: Pick<RoleExplanation, "gateChanges"> & {
    readonly role: Pick<RoleExposure, "state" | "match">;
    readonly candidates: readonly OccupationMatch[];
    readonly gates: Gates;
    readonly search: { readonly query: string; readonly found: readonly FoundOccupation[] } | null;
  };
  version: number;
  errors?: Readonly<Record<string, readonly string[]>>;
};

/** What a person may say of a role: which occupation it is, and which circumstances hold. */
export function RoleSettings({ detail, version, errors }: RoleSettingsProps) {
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
