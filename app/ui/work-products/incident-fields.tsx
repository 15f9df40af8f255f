import { severities } from "#app/domain/work-products/incidents.ts";
import { registersText } from "#app/strings/en/registers.ts";
import { Checkboxes, NumberInput, Select, TextArea, TextInput } from "../controls/fields.tsx";
import { useText } from "../text/use-text.ts";

type IncidentFieldsProps = {
  systems: readonly { readonly id: string; readonly name: string }[];
  consequences: readonly { readonly id: string; readonly label: string }[];
};

const severityKeys = {
  "near-miss": "severity_near_miss",
  minor: "severity_minor",
  major: "severity_major",
  serious: "severity_serious",
} as const;

/** What people say of an incident, inside a `Form`. */
export function IncidentFields({ systems, consequences }: IncidentFieldsProps) {
  const t = useText(registersText);
  return (
    <>
      <TextInput name="title" label={t("what")} required />
      <TextArea name="happened" label={t("account")} rows={4} required />
      <TextInput name="noticedAt" type="datetime-local" label={t("noticedAt")} help={t("noticedHelp")} required />
      <Select
        name="systemId"
        label={t("system")}
        placeholder={t("noSystem")}
        options={systems.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="severity"
        label={t("severity")}
        options={severities.map((value) => ({ value, label: t(severityKeys[value]) }))}
        required
      />
      <Checkboxes
        name="consequences"
        label={t("consequences")}
        options={consequences.map(({ id, label }) => ({ value: id, label }))}
      />
      <NumberInput name="peopleAffected" label={t("peopleAffected")} />
      <TextArea name="told" label={t("told")} rows={2} />
      <TextArea name="learnt" label={t("learnt")} rows={2} />
    </>
  );
}
