import { workProductText } from "#app/strings/en/work-products.ts";
import { LinkButton } from "../controls/button.tsx";
import { TextArea } from "../controls/fields.tsx";
import { Form, FormActions, SubmitButton } from "../controls/form.tsx";
import { useText } from "../text/use-text.ts";

type SectionEditorProps = {
  section: string;
  heading: string;
  text: string;
  version: number;
  errors?: Readonly<Record<string, readonly string[]>> | undefined;
  back: string;
};

/** A section as text, with how to write lists, tables and blanks. */
export function SectionEditor({ section, heading, text, version, errors, back }: SectionEditorProps) {
  const t = useText(workProductText);
  const rows = Math.min(30, Math.max(8, text.split("\n").length + Math.round(text.length / 220)));
  return (
    <Form id="edit" wide hidden={{ intent: "edit", section, version: String(version) }} errors={errors}>
      <TextArea
        name="text"
        label={t("editSection", { heading })}
        help={t("editHelp")}
        rows={rows}
        defaultValue={text}
        required
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
        <LinkButton to={back} variant="quiet">
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
