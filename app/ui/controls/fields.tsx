import type { ComponentProps, ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { errorOf, fieldId } from "./error-summary.tsx";
import { useFormState } from "./form.tsx";

type FieldProps = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  required?: boolean;
  /** Shown instead of the form's value when the form has none. */
  defaultValue?: string | number | readonly string[];
};

type Wiring = { id: string; describedBy: string | undefined; error: string | null; value: unknown };

/** The id, error and value of a field, as its form knows them. */
function useField({ name, help, defaultValue }: Pick<FieldProps, "name" | "help" | "defaultValue">): Wiring {
  const form = useFormState();
  const id = fieldId(form.id, name);
  const error = errorOf(form.errors, name);
  const notes = [help === undefined ? null : `${id}-help`, error === null ? null : `${id}-error`]
    .filter(Boolean)
    .join(" ");
  return { id, error, describedBy: notes === "" ? undefined : notes, value: form.values[name] ?? defaultValue };
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

function Labelled({
  id,
  label,
  required,
  help,
  error,
  children,
}: NotesProps & Pick<FieldProps, "label" | "required"> & { children: ReactNode }) {
  const t = useText(interfaceText);
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-semibold">
        {label}
        {required === true ? null : <span className="font-normal text-ink-soft"> ({t("optional")})</span>}
      </label>
      <Help id={id} help={help} />
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

type InputRest = Omit<ComponentProps<"input">, "name" | "id" | "className" | "defaultValue" | "required">;

export function TextInput({ label, help, required, defaultValue, name, ...rest }: FieldProps & InputRest) {
  const field = useField({ name, help, ...(defaultValue === undefined ? {} : { defaultValue }) });
  return (
    <Labelled id={field.id} label={label} required={required === true} help={help} error={field.error}>
      <input
        id={field.id}
        name={name}
        className="input"
        required={required}
        aria-invalid={field.error !== null}
        aria-describedby={field.describedBy}
        defaultValue={asText(field.value)}
        {...rest}
      />
    </Labelled>
  );
}

/** A number typed freely: the door that reads the form says what is wrong with it. */
export function NumberInput(props: FieldProps & InputRest) {
  return <TextInput inputMode="decimal" autoComplete="off" {...props} />;
}

export function DateInput(props: FieldProps & InputRest) {
  return <TextInput type="date" {...props} />;
}

export function FileInput({ label, help, required, name, ...rest }: FieldProps & InputRest) {
  const field = useField({ name, help });
  return (
    <Labelled id={field.id} label={label} required={required === true} help={help} error={field.error}>
      <input
        id={field.id}
        name={name}
        type="file"
        className="input"
        required={required}
        aria-invalid={field.error !== null}
        aria-describedby={field.describedBy}
        {...rest}
      />
    </Labelled>
  );
}

type TextAreaProps = FieldProps & { rows?: number; placeholder?: string };

export function TextArea({ label, help, required, defaultValue, name, rows = 4, ...rest }: TextAreaProps) {
  const field = useField({ name, help, ...(defaultValue === undefined ? {} : { defaultValue }) });
  return (
    <Labelled id={field.id} label={label} required={required === true} help={help} error={field.error}>
      <textarea
        id={field.id}
        name={name}
        rows={rows}
        className="input"
        required={required}
        aria-invalid={field.error !== null}
        aria-describedby={field.describedBy}
        defaultValue={asText(field.value)}
        {...rest}
      />
    </Labelled>
  );
}

export type Option = { readonly value: string; readonly label: string; readonly help?: ReactNode };

type SelectProps = FieldProps & { options: readonly Option[]; placeholder?: string };

export function Select({ label, help, required, defaultValue, name, options, placeholder }: SelectProps) {
  const t = useText(interfaceText);
  const field = useField({ name, help, ...(defaultValue === undefined ? {} : { defaultValue }) });
  return (
    <Labelled id={field.id} label={label} required={required === true} help={help} error={field.error}>
      <select
        id={field.id}
        name={name}
        className="input"
        required={required}
        aria-invalid={field.error !== null}
        aria-describedby={field.describedBy}
        defaultValue={asText(field.value)}
      >
        <option value="">{placeholder ?? t("choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type ChoicesProps = FieldProps & { options: readonly Option[] };

/** Answers as behaviour anchors: each option may carry a line of help. One can be chosen. */
export function Radios(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

/** Several can be chosen; the form sends `name[]` once for each, and the door reads them as the list `name`. */
export function Checkboxes(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

function Choices({
  label,
  help,
  required,
  defaultValue,
  name,
  options,
  type,
}: ChoicesProps & { type: "radio" | "checkbox" }) {
  const t = useText(interfaceText);
  const field = useField({ name, help, ...(defaultValue === undefined ? {} : { defaultValue }) });
  const chosen = new Set(Array.isArray(field.value) ? field.value.map(String) : [asText(field.value)]);
  return (
    <fieldset className="space-y-2" aria-describedby={field.describedBy} aria-invalid={field.error !== null}>
      <legend className="font-semibold">
        {label}
        {required === true ? null : <span className="font-normal text-ink-soft"> ({t("optional")})</span>}
      </legend>
      <Help id={field.id} help={help} />
      <FieldError id={field.id} error={field.error} />
      {options.map((option, at) => (
        <label key={option.value} className="choice">
          <input
            id={at === 0 ? field.id : `${field.id}-${at}`}
            type={type}
            name={type === "checkbox" ? `${name}[]` : name}
            value={option.value}
            defaultChecked={chosen.has(option.value)}
          />
          <span>
            {option.label}
            {option.help === undefined ? null : <span className="block text-caption text-ink-soft">{option.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type CheckboxProps = { name: string; label: ReactNode; help?: ReactNode; value?: string; defaultChecked?: boolean };

export function Checkbox({ name, label, help, value = "yes", defaultChecked = false }: CheckboxProps) {
  const field = useField({ name, help });
  const checked =
    field.value === undefined || field.value === null ? defaultChecked : field.value === true || field.value === value;
  return (
    <div className="space-y-1">
      <label className="tick flex items-start gap-2">
        <input
          id={field.id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={checked}
          aria-describedby={field.describedBy}
          aria-invalid={field.error !== null}
        />
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
