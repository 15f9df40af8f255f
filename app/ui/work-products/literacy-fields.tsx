import { registersText } from "#app/strings/en/registers.ts";
import { Checkbox, DateInput, NumberInput, TextInput } from "../controls/fields.tsx";
import { useText } from "../text/use-text.ts";

type LiteracyFieldsProps = {
  topics: readonly string[];
  /** Whoever may not see people enters roles of five people and more. */
  sees: boolean;
  person: boolean;
};

/** What people say of somebody's learning, inside a `Form`. */
export function LiteracyFields({ topics, sees, person }: LiteracyFieldsProps) {
  const t = useText(registersText);
  return (
    <>
      <TextInput name="who" label={t("who")} help={t("whoHelp")} required />
      {sees ? <Checkbox name="person" label={t("person")} defaultChecked={person} /> : null}
      {sees ? (
        <TextInput name="email" type="email" label={t("email")} help={t("emailHelp")} autoComplete="off" />
      ) : null}
      <NumberInput name="people" label={t("people")} />
      <TextInput
        name="topic"
        label={t("topic")}
        help={topics.length === 0 ? undefined : t("topicHelp")}
        list="topics"
        required
      />
      <datalist id="topics">
        {topics.map((topic) => (
          <option key={topic} value={topic} />
        ))}
      </datalist>
      <DateInput name="heldOn" label={t("heldOn")} required />
      <DateInput name="expiresOn" label={t("expiresOn")} />
      <TextInput name="evidence" label={t("evidence")} help={t("evidenceHelp")} />
    </>
  );
}
