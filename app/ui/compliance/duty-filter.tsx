import { Form } from "@remix-run/react";
import { complianceText } from "#app/strings/en/compliance.ts";
import { Button } from "../controls/button.tsx";
import { type Option, Select } from "../controls/fields.tsx";
import { useText } from "../text/use-text.ts";

type DutyFilterProps = {
  filter: { readonly state?: string; readonly law?: string; readonly system?: string };
  /** The day that the address names; null is today. */
  asOf: string | null;
  laws: readonly Option[];
  systems: readonly Option[];
  base: string;
};

/** The groups that a list can be filtered by. */
export const filteredGroups = ["in_force", "upcoming", "open", "stayed", "voluntary", "watch", "optional"] as const;

/** What the list shows, in the address: state, law, system. The day stays as it is. */
export function DutyFilter({ filter, asOf, laws, systems, base }: DutyFilterProps) {
  const t = useText(complianceText);
  const stateOptions = filteredGroups.map((state) => ({ value: state, label: t(`group_${state}`) }));
  return (
    <Form
      method="get"
      action={`${base}/compliance`}
      noValidate
      className="screen-only panel"
      aria-label={t("filterTitle")}
    >
      {asOf === null ? null : <input type="hidden" name="asOf" value={asOf} />}
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-4">
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
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="quiet">{t("apply")}</Button>
          <a
            href={asOf === null ? `${base}/compliance` : `${base}/compliance?asOf=${asOf}`}
            className="link text-caption"
          >
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
