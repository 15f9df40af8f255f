import type { ReactNode } from "react";
import { gateNames } from "#app/domain/workforce/role.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { Checkboxes, NumberInput, TextArea, TextInput } from "../controls/fields.tsx";
import { Form, type FormValues } from "../controls/form.tsx";
import { useText } from "../text/use-text.ts";

const gateTexts = {
  physicalPresence: "gatePhysicalPresence",
  licensedSignOff: "gateLicensedSignOff",
  confidentialData: "gateConfidentialData",
  highErrorCost: "gateHighErrorCost",
  noSystemAccess: "gateNoSystemAccess",
} as const;

type RoleFormProps = {
  errors: FieldErrors | null | undefined;
  values: FormValues;
  hidden?: Readonly<Record<string, string>>;
  /** What the roster knows already, offered while typing. */
  known: {
    readonly departments: readonly string[];
    readonly sites: readonly string[];
    readonly levels: readonly string[];
  };
  children: ReactNode;
};

/** The fields of one role. Buttons are the caller's. */
export function RoleForm({ errors, values, hidden = {}, known, children }: RoleFormProps) {
  const t = useText(workforceText);
  return (
    <Form errors={errors} values={values} hidden={hidden}>
      <TextInput name="title" label={t("title")} help={t("titleHelp")} required />
      <NumberInput name="headcount" label={t("headcount")} help={t("headcountHelp")} required />
      <NumberInput name="annualPay" label={t("annualPay")} help={t("annualPayHelp")} />
      <TextInput name="currency" label={t("currency")} help={t("currencyHelp")} maxLength={3} />
      <TextInput name="country" label={t("country")} help={t("countryHelp")} />
      <TextInput name="site" label={t("site")} list="known-sites" />
      <TextInput name="department" label={t("department")} list="known-departments" />
      <TextInput name="level" label={t("level")} list="known-levels" />
      <NumberInput name="hoursPerYear" label={t("hoursPerYear")} help={t("hoursHelp")} />
      <TextArea name="context" label={t("context")} help={t("contextHelp")} rows={2} />
      <TextArea name="tasks" label={t("tasks")} help={t("tasksHelp")} rows={5} />
      <Checkboxes
        name="gates"
        label={t("gates")}
        options={gateNames.map((gate) => ({ value: gate, label: t(gateTexts[gate]) }))}
      />
      <Known id="known-sites" values={known.sites} />
      <Known id="known-departments" values={known.departments} />
      <Known id="known-levels" values={known.levels} />
      <div className="flex flex-wrap gap-3">{children}</div>
    </Form>
  );
}

function Known({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}
