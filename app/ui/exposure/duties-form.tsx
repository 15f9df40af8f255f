import type { DutiesView, DutyView } from "#app/domain/exposure/duties-view.ts";
import type { DutyRow } from "#app/domain/exposure/read-duty-rows.ts";
import { noActivity } from "#app/domain/workforce/role.ts";
import { dutiesText } from "#app/strings/en/duties.ts";
import { errorOf, type FieldErrors, fieldId } from "../controls/error-summary.tsx";
import { Checkbox, TextArea } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { DutiesSum } from "./duties-sum.tsx";
import { DutyEvidence } from "./duty-evidence.tsx";

type DutiesFormProps = {
  rows: readonly DutyRow[];
  /** Of the rows that have words, in their order. */
  view: DutiesView;
  version: number;
  pasted: string;
  errors: FieldErrors;
};

/** The id of the form. */
export const dutiesForm = "duties";

/**
 * Every duty with its words, its share of time and the activity it counts as, and a text to read more from. One form, so that whatever
 * button is pressed, nothing typed is lost; only `save` changes anything.
 */
export function DutiesForm({ rows, view, version, pasted, errors }: DutiesFormProps) {
  const t = useText(dutiesText);
  const empty = rows.length === 0;
  return (
    <Form id={dutiesForm} hidden={{ version: String(version) }} errors={errors} values={{ pasted }} wide>
      {empty ? null : (
        <Panel title={t("duties")}>
          <div className="space-y-4">
            <ol className="divide-y divide-line">
              {rows.map((row, at) => (
                <DutyFields
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place.
                  key={at}
                  at={at}
                  row={row}
                  duty={view.duties[at] ?? null}
                  usual={view.usual}
                  errors={errors}
                />
              ))}
            </ol>
            <DutiesSum stated={view.stated} says={view.says} />
            <FormActions>
              <SubmitButton name="intent" value="save">
                {t("save")}
              </SubmitButton>
              {(["look", "add", "spread"] as const).map((intent) => (
                <SubmitButton key={intent} variant="quiet" name="intent" value={intent} pending={t(intent)}>
                  {t(intent)}
                </SubmitButton>
              ))}
            </FormActions>
          </div>
        </Panel>
      )}
      <Panel title={t("paste")}>
        <div className="max-w-2xl space-y-4">
          <TextArea name="pasted" label={t("pasteLabel")} help={t("pasteText")} rows={9} required />
          {empty ? null : <Checkbox name="keep" label={t("keep")} defaultChecked />}
          <FormActions>
            <SubmitButton
              variant={empty ? "primary" : "quiet"}
              name="intent"
              value="read"
              pending={empty ? t("reading") : t("read")}
            >
              {t("read")}
            </SubmitButton>
            {empty ? (
              <SubmitButton variant="quiet" name="intent" value="add" pending={t("add")}>
                {t("add")}
              </SubmitButton>
            ) : null}
          </FormActions>
        </div>
      </Panel>
    </Form>
  );
}

type DutyFieldsProps = {
  at: number;
  row: DutyRow;
  duty: DutyView | null;
  usual: DutiesView["usual"];
  errors: FieldErrors;
};

function DutyFields({ at, row, duty, usual, errors }: DutyFieldsProps) {
  const t = useText(dutiesText);
  const name = duty === null ? t("newDuty") : t("duty", { number: at + 1 });
  const field = (part: string) => {
    const error = errorOf(errors, `${part}-${at}`);
    const id = fieldId(dutiesForm, `${part}-${at}`);
    return {
      id,
      error,
      aria: { "aria-invalid": error !== null, "aria-describedby": error === null ? undefined : `${id}-error` },
    };
  };
  const text = field("text");
  const share = field("share");
  return (
    <li className="py-4 first:pt-0">
      <fieldset>
        <legend className="sr-only">{name}</legend>
        <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_7.5rem] lg:grid-cols-[minmax(0,1fr)_7.5rem_minmax(0,24rem)]">
          <div>
            <label htmlFor={text.id} className="block text-caption text-ink-soft">
              {name}
            </label>
            <textarea
              id={text.id}
              name="text[]"
              rows={2}
              dir="auto"
              className="input"
              defaultValue={row.text}
              {...text.aria}
            />
            <RowError {...text} />
          </div>
          <div>
            <label htmlFor={share.id} className="block text-caption text-ink-soft">
              {t("share")}
              <span className="sr-only">: {name}</span>
            </label>
            <input
              id={share.id}
              name="share[]"
              inputMode="decimal"
              autoComplete="off"
              className="input"
              defaultValue={row.share}
              {...share.aria}
            />
            <RowError {...share} />
          </div>
          <div className="sm:col-span-2 lg:col-span-1">
            <label htmlFor={field("activity").id} className="block text-caption text-ink-soft">
              {t("activity")}
              <span className="sr-only">: {name}</span>
            </label>
            <ActivitySelect id={field("activity").id} row={row} duty={duty} usual={usual} />
            <label className="tick mt-2 flex items-start gap-2 text-caption">
              <input type="checkbox" name="drop[]" value={String(at)} />
              <span>
                {t("leaveOut")}
                <span className="sr-only">: {name}</span>
              </span>
            </label>
          </div>
        </div>
        {duty === null ? null : <DutyEvidence duty={duty} />}
      </fieldset>
    </li>
  );
}

function RowError({ id, error }: { id: string; error: string | null }) {
  return error === null ? null : (
    <p id={`${id}-error`} className="text-caption text-bad">
      {error}
    </p>
  );
}

type ActivitySelectProps = { id: string; row: DutyRow; duty: DutyView | null; usual: DutiesView["usual"] };

/** The nearest activities, then the occupation's usual ones; a choice that is in neither list stays on it. */
function ActivitySelect({ id, row, duty, usual }: ActivitySelectProps) {
  const t = useText(dutiesText);
  const f = useFormat();
  const neighbours = duty?.neighbours ?? [];
  const [nearest] = neighbours;
  const others = usual.filter((each) => neighbours.every((near) => near.id !== each.id));
  const listed = [...neighbours, ...others].some((each) => each.id === row.activity);
  const chosen = listed ? null : (duty?.chosen ?? null);
  return (
    <select id={id} name="activity[]" className="input" defaultValue={row.activity}>
      <option value="">{nearest === undefined ? t("byWordsUnknown") : t("byWords", { label: nearest.label })}</option>
      {chosen === null ? null : <option value={row.activity}>{chosen}</option>}
      {neighbours.length === 0 ? null : (
        <optgroup label={t("nearest")}>
          {neighbours.map(({ id: activity, label, probability }) => (
            <option key={activity} value={activity}>
              {label} ({t("likely", { share: f.share(probability) })})
            </option>
          ))}
        </optgroup>
      )}
      {others.length === 0 ? null : (
        <optgroup label={t("usual")}>
          {others.map(({ id: activity, label }) => (
            <option key={activity} value={activity}>
              {label}
            </option>
          ))}
        </optgroup>
      )}
      <option value={noActivity}>{t("none")}</option>
    </select>
  );
}
