import type { PlanConstraints } from "#app/domain/planning/plan.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { DateInput, NumberInput, TextInput } from "../controls/fields.tsx";
import { Form, type FormValues, SubmitButton } from "../controls/form.tsx";
import { useText } from "../text/use-text.ts";

type SettingsFormProps = {
  settings: PlanConstraints;
  version: number;
  pools: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, readonly string[]>> | null;
  values: FormValues;
  open: boolean;
};

/** What the plan may use: budget, hours, freeze, caution and calm. */
export function SettingsForm({ settings, version, pools, errors, values, open }: SettingsFormProps) {
  const t = useText(planningText);
  const { currency } = settings;
  return (
    <Disclosure summary={t("settings")} open={open}>
      <p className="mb-4 text-ink-soft">{t("settingsHelp")}</p>
      <Form id="settings" errors={errors} values={values} hidden={{ intent: "settings", basedOn: String(version) }}>
        <TextInput name="budget" label={t("budget", { currency })} help={t("budgetHelp")} required />
        {Object.entries(pools).map(([id, title]) => (
          <NumberInput key={id} name={`pool.${id}`} label={t("poolHours", { pool: title })} required />
        ))}
        <DateInput name="freezeFrom" label={t("freezeFrom")} help={t("freezeHelp")} />
        <DateInput name="freezeTo" label={t("freezeTo")} />
        <NumberInput name="riskAversion" label={t("risk")} help={t("riskHelp")} required />
        <NumberInput name="changeCost" label={t("calm", { currency })} help={t("calmHelp")} required />
        <NumberInput name="hourWorth" label={t("hourWorth", { currency })} help={t("hourWorthHelp")} required />
        <NumberInput name="changesAtOnce" label={t("atOnce")} required />
        <NumberInput name="actionsAtOnce" label={t("running")} required />
        <SubmitButton>{t("save")}</SubmitButton>
      </Form>
    </Disclosure>
  );
}

/** The settings as the form's fields hold them. */
export function settingsValues(settings: PlanConstraints): FormValues {
  const [freeze] = settings.freeze;
  return {
    budget: settings.budgetByQuarter.join(" "),
    ...Object.fromEntries(Object.entries(settings.hoursPerWeek).map(([pool, hours]) => [`pool.${pool}`, hours])),
    freezeFrom: freeze?.from ?? "",
    freezeTo: freeze?.to ?? "",
    riskAversion: settings.riskAversion,
    changeCost: settings.changeCost,
    hourWorth: settings.hourWorth,
    changesAtOnce: settings.changesAtOnce,
    actionsAtOnce: settings.actionsAtOnce,
  };
}
