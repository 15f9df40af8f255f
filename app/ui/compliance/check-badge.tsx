import type { Verification } from "#app/domain/compliance/obligation-pack.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { useText } from "../text/use-text.ts";

const keys = {
  "secondary text quoting the law": "checked_text",
  "secondary summary": "checked_summary",
  memory: "checked_memory",
} as const;

/** How an item was checked, in words. */
export function CheckedWords({ how }: { how: Verification }) {
  const t = useText(complianceText);
  return <>{t(keys[how])}</>;
}
