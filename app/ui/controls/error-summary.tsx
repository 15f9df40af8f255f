import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { useFocus } from "./use-focus.ts";

/** Field name to what is wrong with it; the name `form` speaks of the whole form. */
export type FieldErrors = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is wrong with one field, in one line; null when nothing is. */
export function errorOf(errors: FieldErrors | null | undefined, name: string): string | null {
  const found = errors?.[name];
  if (found === undefined || found.length === 0) return null;
  return typeof found === "string" ? found : found.join(" ");
}

/** Lists what to correct, links to the fields, and takes focus, so that a screen reader hears it first. */
export function ErrorSummary({ errors, formId = "" }: { errors: FieldErrors | null | undefined; formId?: string }) {
  const t = useText(interfaceText);
  const box = useFocus<HTMLDivElement>(errors);
  const wrong = Object.keys(errors ?? {}).flatMap((name) => {
    const message = errorOf(errors, name);
    return message === null ? [] : [{ name, message }];
  });
  if (wrong.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without script the page loads anew, and what is wrong may stand far down on it
      autoFocus
      role="alert"
      data-takes-focus
      className="mb-5 rounded-panel border border-bad bg-bad-soft px-4 py-3"
    >
      <h2 className="text-base font-semibold text-bad">{t("correct", { count: wrong.length })}</h2>
      <ul className="mt-1 list-disc pl-5">
        {wrong.map(({ name, message }) => (
          <li key={name}>{name === "form" ? message : <a href={`#${fieldId(formId, name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** The id of a field's control, the same for the summary that links to it. */
export function fieldId(formId: string, name: string): string {
  return `${formId === "" ? "field" : formId}-${name.replace(/[^\w-]+/g, "-")}`;
}
