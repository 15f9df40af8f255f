import { systemImportText } from "#app/strings/en/system-import.ts";
import { Radios, Select } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useText } from "../text/use-text.ts";

type MappingProps = {
  columns: readonly { readonly name: string; readonly field: string | null; readonly sample: readonly string[] }[];
  fields: readonly { readonly value: string; readonly label: string }[];
  existing: "skip" | "fill";
  /** The button that saves; null while there is nothing to save. */
  commit: string | null;
};

/** What each column of a list says, and what becomes of systems that are there already. */
export function ListMapping({ columns, fields, existing, commit }: MappingProps) {
  const t = useText(systemImportText);
  const words = ["name", "vendor", "purpose"] as const;
  const own = words.map((word) => ({ value: word, label: t(`field_${word}`) }));
  const options = [...own, ...fields.filter(({ value }) => value.startsWith("system."))];
  const known = columns.filter(({ field }) => field !== null).length;
  return (
    <Panel title={t("columns")}>
      <p className="mb-3 text-ink-soft">{t("recognised", { count: known, all: columns.length })}</p>
      <Form wide>
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {columns.map(({ name, field, sample }, at) => (
            <Select
              key={name}
              name={`column-${at}`}
              label={t("columnLabel", { name })}
              help={sample.length === 0 ? t("columnEmpty") : t("columnSample", { sample: sample.join(" · ") })}
              options={options}
              placeholder={t("notRead")}
              defaultValue={field ?? ""}
              required
            />
          ))}
        </div>
        <Radios
          name="existing"
          label={t("existing")}
          options={(["skip", "fill"] as const).map((value) => ({ value, label: t(`existing_${value}`) }))}
          defaultValue={existing}
          required
        />
        <FormActions>
          {commit === null ? null : (
            <SubmitButton name="intent" value="commit">
              {commit}
            </SubmitButton>
          )}
          <SubmitButton variant="quiet" name="intent" value="look">
            {t("look")}
          </SubmitButton>
          <SubmitButton variant="danger" name="intent" value="discard">
            {t("discard")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Panel>
  );
}
