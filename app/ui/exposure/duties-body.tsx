import type { ComponentProps } from "react";
import type { DutiesCompared } from "#app/domain/exposure/compare-duties.ts";
import type { DutiesView } from "#app/domain/exposure/duties-view.ts";
import { type DutyRow, dutyRowsOf } from "#app/domain/exposure/read-duty-rows.ts";
import type { LeftOut } from "#app/domain/exposure/split-duties.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { LinkButton } from "../controls/button.tsx";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";
import { DutiesChange } from "./duties-change.tsx";
import { DutiesForm, dutiesForm } from "./duties-form.tsx";
import { DutiesLeftOut } from "./duties-left-out.tsx";
import { DutiesList } from "./duties-list.tsx";
import { DutyOpinion, type OpinionRefusal } from "./duty-opinion.tsx";

type DutiesBodyProps = {
  duties: {
    readonly role: { readonly id: string };
    readonly version: number;
    readonly view: DutiesView;
    readonly compared: DutiesCompared | null;
    readonly opinion: ComponentProps<typeof DutyOpinion>["opinion"] | null;
    readonly undoable: boolean;
    readonly mayEdit: boolean;
  };
  draft: {
    readonly rows: readonly DutyRow[];
    readonly pasted: string;
    readonly leftOut: readonly LeftOut[];
    readonly leftOutCount: number;
  } | null;
  errors: FieldErrors;
  refusal: OpinionRefusal | null;
};

/** Duties to check or to read, what they change, and a place to paste them. */
export function DutiesBody({ duties, draft, errors, refusal }: DutiesBodyProps) {
  const t = useText(dutiesText);
  const { view, version, mayEdit } = duties;
  const rows = draft?.rows ?? dutyRowsOf(view.duties.map(({ task }) => task));
  return (
    <>
      {duties.compared === null || Object.keys(errors).length > 0 ? null : (
        <Panel title={draft === null ? t("comparedSaved") : t("comparedDraft")}>
          <DutiesChange compared={duties.compared} />
          {draft === null && duties.undoable && mayEdit ? (
            <form method="post" className="screen-only mt-3 flex flex-wrap items-center gap-3">
              <input type="hidden" name="intent" value="restore" />
              <input type="hidden" name="version" value={version} />
              <SubmitButton variant="quiet">{t("restore")}</SubmitButton>
              <span className="text-caption text-ink-soft">{t("restoreText")}</span>
            </form>
          ) : null}
        </Panel>
      )}
      {draft === null || draft.leftOutCount === 0 ? null : (
        <DutiesLeftOut leftOut={draft.leftOut} count={draft.leftOutCount} />
      )}
      {mayEdit ? (
        <DutiesForm
          key={JSON.stringify([rows, errors, version])}
          rows={rows}
          view={view}
          version={version}
          pasted={draft?.pasted ?? ""}
          errors={errors}
        />
      ) : (
        <Panel title={t("duties")}>
          <DutiesList view={view} />
        </Panel>
      )}
      {duties.opinion === null ? null : (
        <DutyOpinion opinion={duties.opinion} mayAsk={mayEdit} form={dutiesForm} refusal={refusal} />
      )}
      <p className="text-caption text-ink-soft">{t("modelNote")}</p>
      <LinkButton to={`../exposure/${duties.role.id}`} variant="quiet">
        {t("toRole")}
      </LinkButton>
    </>
  );
}
