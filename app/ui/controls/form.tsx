import { Form as RemixForm, useNavigation } from "@remix-run/react";
import { type ComponentProps, createContext, type ReactNode, useContext } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { Button, type ButtonVariant } from "./button.tsx";
import { ErrorSummary, type FieldErrors } from "./error-summary.tsx";

/** What was typed, by field name, to show again after an error. */
export type FormValues = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

type FormState = { readonly id: string; readonly errors: FieldErrors; readonly values: FormValues };
const FormContext = createContext<FormState>({ id: "", errors: {}, values: {} });

/** What the fields inside a form read: its id, errors and values. */
export function useFormState(): FormState {
  return useContext(FormContext);
}

type FormProps = {
  /** Needed when a page has two forms with fields of the same name. */
  id?: string;
  action?: string;
  method?: "post" | "get";
  encType?: ComponentProps<typeof RemixForm>["encType"];
  errors?: FieldErrors | null | undefined;
  values?: FormValues | null | undefined;
  /** Fields that are sent but not shown. */
  hidden?: Readonly<Record<string, string>>;
  /** False leaves the sending to the browser: for files to download and other sites. */
  enhanced?: boolean;
  /** True for lines with several fields, which need more than one column's width. */
  wide?: boolean;
  children: ReactNode;
};

/** A form that works without script; fields inside take their error and value from it by name. */
export function Form(props: FormProps) {
  const { id = "", action, method = "post", encType, errors, values, hidden = {}, children } = props;
  const { enhanced = true, wide = false } = props;
  return (
    <FormContext.Provider value={{ id, errors: errors ?? {}, values: values ?? {} }}>
      <RemixForm
        {...(id === "" ? {} : { id })}
        {...(action === undefined ? {} : { action })}
        {...(encType === undefined ? {} : { encType })}
        method={method}
        reloadDocument={!enhanced}
        noValidate
        className={wide ? "space-y-5" : "max-w-xl space-y-5"}
      >
        <ErrorSummary errors={errors} formId={id} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </RemixForm>
    </FormContext.Provider>
  );
}

/** The buttons at the end of a form, side by side. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

type SubmitButtonProps = {
  variant?: ButtonVariant;
  name?: string;
  value?: string;
  pending?: string;
  /** The id of the form it sends, where it stands outside of it. */
  form?: string;
  children: ReactNode;
};

/** Says that it is working while the form it belongs to is being sent, and cannot be pressed twice. */
export function SubmitButton({ variant = "primary", pending, children, ...named }: SubmitButtonProps) {
  const t = useText(interfaceText);
  const sending = useNavigation().state === "submitting";
  return (
    <Button
      variant={variant}
      aria-disabled={sending}
      onClick={sending ? (event) => event.preventDefault() : undefined}
      {...named}
    >
      {sending ? (pending ?? t("saving")) : children}
    </Button>
  );
}
