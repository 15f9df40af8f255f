import { InputRefused } from "./command.ts";

/** The value behind `name` among the arguments, or null; refused when the name stands there without one. */
export function optionOf(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  if (at < 0) return null;
  const value = args[at + 1];
  if (value === undefined || value.startsWith("--")) throw new InputRefused("no-value", `${name} needs a value`, name);
  return value;
}
