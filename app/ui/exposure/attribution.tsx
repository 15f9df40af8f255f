import { exposureText } from "#app/strings/en/exposure.ts";
import { useText } from "../text/use-text.ts";

/** Whose data the figures rest on, with the licences: stands on every page that shows them. */
export function Attribution() {
  const t = useText(exposureText);
  return (
    <footer className="space-y-1 text-caption text-ink-soft">
      <p>{t("onet")}</p>
      <p>{[t("gpts"), t("microsoft"), t("anthropic"), t("bls")].join(" ")}</p>
    </footer>
  );
}
