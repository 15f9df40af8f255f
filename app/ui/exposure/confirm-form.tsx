import type { OccupationMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { exposedRoleText } from "#app/strings/en/exposed-role.ts";
import { Radios, TextInput } from "../controls/fields.tsx";
import { Form, SubmitButton } from "../controls/form.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type ConfirmFormProps = {
  candidates: readonly OccupationMatch[];
  /** The occupation in force, when a person chose it. */
  chosen: string | null;
  errors?: Readonly<Record<string, readonly string[]>>;
  values?: Readonly<Record<string, string | readonly string[]>>;
};

/** The three likeliest occupations of a title, and a way to name another. */
export function ConfirmForm({ candidates, chosen, errors, values }: ConfirmFormProps) {
  const t = useText(exposedRoleText);
  const f = useFormat();
  const own = candidates.some(({ onet }) => onet === chosen);
  return (
    <Form
      id="confirm"
      hidden={{ intent: "confirm" }}
      {...(errors === undefined ? {} : { errors })}
      {...(values === undefined ? {} : { values })}
    >
      {candidates.length === 0 ? null : (
        <Radios
          name="onet"
          label={t("confirm")}
          help={t("confirmText")}
          options={candidates.map(({ onet, title, probability }) => ({
            value: onet,
            label: title,
            help: `${onet} · ${t("probability", { share: f.share(probability) })}`,
          }))}
          {...(own && chosen !== null ? { defaultValue: chosen } : {})}
        />
      )}
      <TextInput
        name="other"
        label={t("other")}
        help={t("otherHelp")}
        {...(!own && chosen !== null ? { defaultValue: chosen } : {})}
      />
      <SubmitButton>{t("saveConfirm")}</SubmitButton>
    </Form>
  );
}
