import { fieldId } from "../controls/error-summary.tsx";
import { useFormState } from "../controls/form.tsx";

type ToolChoiceProps = {
  name: string;
  label: string;
  help: string;
  none: string;
  tools: readonly { readonly id: string; readonly name: string; readonly category: string }[];
};

/** The tools of the catalogue by what they are for; the first choice is none of them. */
export function ToolChoice({ name, label, help, none, tools }: ToolChoiceProps) {
  const form = useFormState();
  const id = fieldId(form.id, name);
  const categories = [...new Set(tools.map(({ category }) => category))];
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-semibold">
        {label}
      </label>
      <p id={`${id}-help`} className="text-caption text-ink-soft">
        {help}
      </p>
      <select
        id={id}
        name={name}
        className="input"
        aria-describedby={`${id}-help`}
        defaultValue={String(form.values[name] ?? "")}
      >
        <option value="">{none}</option>
        {categories.map((category) => (
          <optgroup key={category} label={category}>
            {tools
              .filter((tool) => tool.category === category)
              .map((tool) => (
                <option key={tool.id} value={tool.id}>
                  {tool.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
