import { evidenceLimits, fileKinds } from "#app/domain/compliance/evidence/accepted-files.ts";
import { evidenceText } from "#app/strings/en/evidence.ts";
import { DateInput, FileInput, type Option, Radios, Select, TextArea, TextInput } from "../controls/fields.tsx";
import { Form, FormActions, type FormValues, SubmitButton } from "../controls/form.tsx";
import { useText } from "../text/use-text.ts";

/** What came back from a form of this page: which one, what is wrong and what was typed. */
export type Returned = {
  readonly form: string;
  readonly errors: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly typed: FormValues;
};

type FormProps = { returned: Returned | null };
type AddProps = FormProps & { systems: readonly Option[]; today: string };

export const kindNames = fileKinds.map(({ kind }) => kind).join(", ");
export const megabytes = evidenceLimits.file / 1024 / 1024;

/** The endings that a file chooser offers; the bytes are what counts. */
const endings = fileKinds.flatMap((kind) => kind.endings.map((ending) => `.${ending}`)).join(",");

function own(returned: Returned | null, form: string) {
  return returned?.form === form ? { errors: returned.errors, values: returned.typed } : {};
}

function About({ systems, today }: Pick<AddProps, "systems" | "today">) {
  const t = useText(evidenceText);
  return (
    <>
      {systems.length === 0 ? null : (
        <Select name="system" label={t("system")} options={systems} placeholder={t("wholeOrganization")} required />
      )}
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <DateInput name="validFrom" label={t("validFrom")} defaultValue={today} required />
        <DateInput name="expires" label={t("expires")} />
      </div>
    </>
  );
}

export function AddFileForm({ systems, today, returned }: AddProps) {
  const t = useText(evidenceText);
  return (
    <Form id="add-file" encType="multipart/form-data" {...own(returned, "add-file")}>
      <FileInput
        name="file"
        label={t("file")}
        help={t("fileHelp", { kinds: kindNames, megabytes })}
        accept={endings}
        required
      />
      <TextInput name="name" label={t("name")} help={t("nameHelp")} maxLength={200} />
      <TextArea name="note" label={t("noteFile")} rows={2} />
      <About systems={systems} today={today} />
      <FormActions>
        <SubmitButton name="intent" value="add-file">
          {t("add")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

export function AddTextForm({ systems, today, returned }: AddProps) {
  const t = useText(evidenceText);
  const kinds = [
    { value: "link", label: t("kind_link") },
    { value: "note", label: t("kind_note") },
  ];
  return (
    <Form id="add-text" {...own(returned, "add-text")}>
      <Radios name="kind" label={t("kind")} options={kinds} defaultValue="link" required />
      <TextInput name="name" label={t("name")} maxLength={200} required />
      <TextInput name="href" label={t("href")} help={t("hrefHelp")} type="url" maxLength={2000} />
      <TextArea name="note" label={t("noteText")} help={t("noteHelp")} rows={3} />
      <About systems={systems} today={today} />
      <FormActions>
        <SubmitButton name="intent" value="add-text">
          {t("add")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

type DescribeProps = FormProps & {
  words: {
    readonly owner: string | null;
    readonly how: string | null;
    readonly note: string | null;
    readonly version: number;
  };
};

export function DescribeForm({ words, returned }: DescribeProps) {
  const t = useText(evidenceText);
  const { version, ...values } = words;
  return (
    <Form id="describe" hidden={{ version: String(version) }} values={values} {...own(returned, "describe")}>
      <TextInput name="owner" label={t("ownerField")} help={t("ownerHelp")} maxLength={200} />
      <TextArea name="how" label={t("how")} help={t("howHelp")} rows={3} />
      <TextArea name="note" label={t("note")} rows={2} />
      <FormActions>
        <SubmitButton name="intent" value="describe">
          {t("saveControl")}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
