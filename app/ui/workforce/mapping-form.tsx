import { type ImportSettings, rosterFields } from "#app/domain/workforce/import-mapping.ts";
import { payPeriods, yearly } from "#app/domain/workforce/read-pay.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { Radios, Select, TextInput } from "../controls/fields.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { Panel } from "../layout/page.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Mapped = {
  readonly settings: ImportSettings;
  readonly fullTimeHours: number;
  readonly columns: readonly { readonly name: string; readonly sample: readonly string[] }[];
};

/** Which column says what. Every change is looked at before anything is saved. */
export function MappingForm({ view, commit }: { view: Mapped; commit: string | null }) {
  const t = useText(workforceText);
  const own = useText(rosterImportText);
  const f = useFormat();
  const { mapping, mode, currency, country, payPeriod = "year" } = view.settings;
  const options = view.columns.map(({ name, sample }) => ({
    value: name,
    label: sample.length === 0 ? name : t("columnExample", { column: name, sample: sample.join(", ").slice(0, 60) }),
  }));
  const chosen = Object.fromEntries(rosterFields.map((field) => [`column-${field}`, mapping[field] ?? ""]));
  return (
    <Panel title={t("columns")}>
      <p className="mb-3 text-ink-soft">{t("columnsHelp")}</p>
      <Form values={{ ...chosen, mode, currency, country, payPeriod }}>
        {rosterFields.map((field) => (
          <Select
            key={field}
            name={`column-${field}`}
            label={t(field)}
            options={options}
            placeholder={t("columnNone")}
            required={field === "title"}
          />
        ))}
        <fieldset className="space-y-5">
          <legend className="pb-2 font-semibold">{t("defaults")}</legend>
          <TextInput name="currency" label={t("currency")} help={t("currencyHelp")} maxLength={3} />
          <TextInput name="country" label={t("country")} help={t("countryHelp")} />
          <Select
            name="payPeriod"
            label={own("payPeriod")}
            help={own("payPeriodHelp", {
              hours: f.number(view.fullTimeHours),
              days: f.number(yearly("day", view.fullTimeHours)),
            })}
            options={payPeriods.map((period) => ({ value: period, label: own(`period_${period}`) }))}
            required
          />
        </fieldset>
        <Radios
          name="mode"
          label={t("mode")}
          required
          options={[
            { value: "update", label: t("modeUpdate") },
            { value: "replace", label: t("modeReplace") },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="look" variant="quiet">
            {t("look")}
          </SubmitButton>
          {commit === null ? null : (
            <SubmitButton name="intent" value="commit">
              {commit}
            </SubmitButton>
          )}
        </div>
      </Form>
    </Panel>
  );
}
