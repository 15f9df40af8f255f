import { Form } from "@remix-run/react";
import { complianceText } from "#app/strings/en/compliance.ts";
import { Button } from "../controls/button.tsx";
import { DateInput, type Option, Select } from "../controls/fields.tsx";
import { useText } from "../text/use-text.ts";

type DutyFilterProps = {
  filter: { readonly state?: string; readonly law?: string; readonly system?: string };
  asOf: string;
  laws: readonly Option[];
  systems: readonly Option[];
  base: string;
};

const states = ["in_force", "upcoming", "open", "stayed", "voluntary", "watch", "optional"] as const;

/** What the list shows, in the address: state, law, system, and the day for which it is worked out. */
export function DutyFilter({ filter, asOf, laws, systems, base }: DutyFilterProps) {
  const t = useText(complianceText);
  const stateOptions = states.map((state) => ({ value: state, label: t(`group_${state}`) }));
  return (
    <Form
      method="get"
      action={`${base}/compliance`}
      noValidate
      className="screen-only panel"
      aria-label={t("filterTitle")}
    >
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Select
          name="state"
          label={t("state")}
          options={stateOptions}
          placeholder={t("all")}
          required
          {...chosen(filter.state)}
        />
        <Select name="law" label={t("law")} options={laws} placeholder={t("all")} required {...chosen(filter.law)} />
        <Select
          name="system"
          label={t("system")}
          options={systems}
          placeholder={t("all")}
          required
          {...chosen(filter.system)}
        />
        <DateInput name="asOf" label={t("asOf")} defaultValue={asOf} required />
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="quiet">{t("apply")}</Button>
          <a href={`${base}/compliance`} className="link text-caption">
            {t("reset")}
          </a>
        </div>
      </div>
    </Form>
  );
}

function chosen(value: string | undefined) {
  return value === undefined ? {} : { defaultValue: value };
}
