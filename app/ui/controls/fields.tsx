import type { ComponentProps, ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { errorOf, fieldId } from "./error-summary.tsx";
import { useFormState } from "./form.tsx";

type FieldProps = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  required?: boolean | undefined;
  /** Shown instead of the form's value when the form has none. */
  defaultValue?: string | number | readonly string[] | undefined;
};

/** What its form knows of a field: id, error, value, and the attributes that tie help and error to the control. */
function useField({ name, help, defaultValue }: Pick<FieldProps, "name" | "help" | "defaultValue">) {
  const form = useFormState();
  const id = fieldId(form.id, name);
  const error = errorOf(form.errors, name);
  const notes = [help === undefined ? "" : `${id}-help`, error === null ? "" : `${id}-error`].filter(Boolean).join(" ");
  const aria = { "aria-invalid": error !== null, "aria-describedby": notes === "" ? undefined : notes };
  return { id, error, aria, value: form.values[name] ?? defaultValue };
}

type NotesProps = { id: string; help: ReactNode; error: string | null };

function Help({ id, help }: Omit<NotesProps, "error">) {
  return help === undefined ? null : (
    <p id={`${id}-help`} className="text-caption text-ink-soft">
      {help}
    </p>
  );
}

function FieldError({ id, error }: Omit<NotesProps, "help">) {
  return error === null ? null : (
    <p id={`${id}-error`} className="text-caption text-bad">
      {error}
    </p>
  );
}

function Label({ label, required }: Pick<FieldProps, "label" | "required">) {
  const t = useText(interfaceText);
  return (
    <>
      {label}
      {required === true ? null : <span className="font-normal text-ink-soft"> ({t("optional")})</span>}
    </>
  );
}

type Control = ReturnType<typeof useField>["aria"] & {
  id: string;
  name: string;
  className: string;
  required: boolean | undefined;
};

type ControlOf = { children: (control: Control, value: string) => ReactNode };

/** Label, help and error around one control, which takes all its wiring from here. */
function Field({ children, ...props }: FieldProps & ControlOf) {
  const { name, label, help, required } = props;
  const { id, error, aria, value } = useField(props);
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-semibold">
        <Label label={label} required={required} />
      </label>
      <Help id={id} help={help} />
      {children({ id, name, className: "input", required, ...aria }, asText(value))}
      <FieldError id={id} error={error} />
    </div>
  );
}

type InputRest = Omit<ComponentProps<"input">, "name" | "id" | "className" | "defaultValue" | "required">;

export function TextInput({ name, label, help, required, defaultValue, ...rest }: FieldProps & InputRest) {
  return (
    <Field {...{ name, label, help, required, defaultValue }}>
      {(control, value) => <input {...control} defaultValue={value} {...rest} />}
    </Field>
  );
}

/** A number typed freely: the door that reads the form says what is wrong with it. */
export function NumberInput(props: FieldProps & InputRest) {
  return <TextInput inputMode="decimal" autoComplete="off" {...props} />;
}

export function DateInput(props: FieldProps & InputRest) {
  return <TextInput type="date" {...props} />;
}

export function FileInput({ name, label, help, required, ...rest }: FieldProps & InputRest) {
  return (
    <Field {...{ name, label, help, required }}>{(control) => <input {...control} type="file" {...rest} />}</Field>
  );
}

type TextAreaProps = FieldProps & { rows?: number; placeholder?: string };

export function TextArea({ rows = 4, placeholder, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(control, value) => <textarea {...control} rows={rows} placeholder={placeholder} defaultValue={value} />}
    </Field>
  );
}

export type Option = { readonly value: string; readonly label: string; readonly help?: ReactNode };

type SelectProps = FieldProps & { options: readonly Option[]; placeholder?: string };

export function Select({ options, placeholder, ...field }: SelectProps) {
  const t = useText(interfaceText);
  return (
    <Field {...field}>
      {(control, value) => (
        <select {...control} defaultValue={value}>
          <option value="">{placeholder ?? t("choose")}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type ChoicesProps = FieldProps & {
  options: readonly Option[];
  /** For long lists of short names under a heading that already says what they are: ticks in columns, the legend only heard. */
  compact?: boolean;
};

/** Answers as behaviour anchors: each option may carry a line of help. One can be chosen. */
export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** Several can be chosen; the form sends `name[]` once for each, and the door reads them as the list `name`. */
export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices({ options, type, compact = false, ...props }: ChoicesProps & { type: "radio" | "checkbox" }) {
  const { name, label, help, required } = props;
  const { id, error, aria, value } = useField(props);
  const chosen = new Set(Array.isArray(value) ? value.map(String) : [asText(value)]);
  return (
    <fieldset className="space-y-2" {...aria}>
      <legend className={compact ? "sr-only" : "font-semibold"}>
        <Label label={label} required={required} />
      </legend>
      <Help id={id} help={help} />
      <FieldError id={id} error={error} />
      <div className={compact ? "grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3" : arrangement(options)}>
        {options.map((option, at) => (
          <label key={option.value} className={compact ? "tick flex items-start gap-2 py-0.5" : "choice"}>
            <input
              id={at === 0 ? id : `${id}-${at}`}
              type={type}
              name={type === "checkbox" ? `${name}[]` : name}
              value={option.value}
              defaultChecked={chosen.has(option.value)}
            />
            <span>
              {option.label}
              {option.help === undefined ? null : (
                <span className="block text-caption text-ink-soft">{option.help}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A few short answers, such as yes and no, stand side by side; everything else is read down one column. */
function arrangement(options: readonly Option[]): string {
  const short = options.every(({ label, help }) => help === undefined && label.length <= 10);
  return short && options.length <= 5 ? "flex flex-wrap gap-2 [&>*]:min-w-24" : "space-y-2";
}

type CheckboxProps = { name: string; label: ReactNode; help?: ReactNode; value?: string; defaultChecked?: boolean };

export function Checkbox({ name, label, help, value = "yes", defaultChecked = false }: CheckboxProps) {
  const field = useField({ name, help });
  const held = field.value ?? null;
  const checked = held === null ? defaultChecked : held === true || held === value;
  return (
    <div className="space-y-1">
      <label className="tick flex items-start gap-2">
        <input id={field.id} type="checkbox" name={name} value={value} defaultChecked={checked} {...field.aria} />
        <span>{label}</span>
      </label>
      <Help id={field.id} help={help} />
      <FieldError id={field.id} error={field.error} />
    </div>
  );
}

function asText(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}
