import { useSubmit } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import type { AnswerSlot, QuestionView } from "#app/domain/compliance/question-view.ts";
import { questionsText } from "#app/strings/en/questions.ts";
import { reasonsText } from "#app/strings/en/reasons.ts";
import { placeName } from "#app/strings/place-name.ts";
import type { FieldErrors } from "../controls/error-summary.tsx";
import { Checkboxes, NumberInput, Radios, TextInput } from "../controls/fields.tsx";
import { Form, FormActions, type FormValues, SubmitButton } from "../controls/form.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

export type AnswerFormProps = {
  question: QuestionView;
  slot: AnswerSlot;
  label: ReactNode;
  help?: string;
  errors?: FieldErrors | null;
  values?: FormValues | null;
};

/**
 * One question as a form of its own. A choice of one is kept as soon as it is made; everything else, and everything without
 * script, by the button. The version makes two tabs refuse each other.
 */
export function AnswerForm({ question, slot, label, help, errors, values }: AnswerFormProps) {
  const t = useText(questionsText);
  const submit = useSubmit();
  function keepChoice(event: FormEvent<HTMLDivElement>) {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.type === "radio" && field.form !== null) {
      submit(field.form, { preventScrollReset: true, replace: true });
    }
  }
  return (
    <Form
      id={`${question.fact.replace(".", "-")}-${slot.subject}`}
      errors={errors}
      values={values}
      hidden={{ fact: question.fact, subject: slot.subject, version: String(slot.version) }}
    >
      <div onChange={keepChoice}>
        <AnswerField question={question} slot={slot} label={label} {...(help === undefined ? {} : { help })} />
      </div>
      <FormActions>
        <SubmitButton variant="quiet" name="intent" value="save">
          {t("save")}
        </SubmitButton>
        {slot.value === null ? null : (
          <SubmitButton variant="quiet" name="intent" value="clear">
            {t("takeBack")}
          </SubmitButton>
        )}
      </FormActions>
    </Form>
  );
}

function AnswerField({ question, slot, label, help }: Omit<AnswerFormProps, "errors" | "values">) {
  const t = useText(reasonsText);
  const own = useText(questionsText);
  const f = useFormat();
  const { kind, options, places, unit } = question;
  const { value } = slot;
  const names = { label, name: "value", required: true };
  switch (kind) {
    case "yes-no":
      return (
        <Radios
          {...names}
          {...(help === undefined ? {} : { help })}
          options={["yes", "no"].map((word) => ({ value: word, label: t(word as "yes" | "no") }))}
          {...(typeof value === "boolean" ? { defaultValue: value ? "yes" : "no" } : {})}
        />
      );
    case "choice":
      return (
        <Radios
          {...names}
          {...(help === undefined ? {} : { help })}
          options={options}
          {...(typeof value === "string" ? { defaultValue: value } : {})}
        />
      );
    case "list":
    case "places": {
      const offered =
        kind === "list" ? options : places.map((code) => ({ value: code, label: placeName(code, f.locale) }));
      const chosen = Array.isArray(value) ? { defaultValue: value as string[] } : {};
      return (
        <div className="space-y-3">
          <Checkboxes
            {...names}
            help={[help, own("noneOfThese")].filter(Boolean).join(" ")}
            options={offered}
            {...chosen}
          />
          {kind === "places" ? <TextInput name="more" label={own("otherPlaces")} /> : null}
        </div>
      );
    }
    case "number-by-place": {
      const counts = typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
      return (
        <fieldset className="space-y-3">
          <legend className="font-semibold">{label}</legend>
          {places.map((code) => (
            <NumberInput
              key={code}
              name={`count:${code}`}
              label={placeName(code, f.locale)}
              defaultValue={(counts as Record<string, number>)[code] ?? ""}
            />
          ))}
        </fieldset>
      );
    }
    default: {
      const shown = typeof value === "string" || typeof value === "number" ? { defaultValue: value } : {};
      const hint = [help, unit].filter(Boolean).join(" · ");
      const notes = hint === "" ? {} : { help: hint };
      if (kind === "number") return <NumberInput {...names} {...notes} {...shown} />;
      return <TextInput {...names} {...notes} {...shown} placeholder={own("datePlaceholder")} />;
    }
  }
}
