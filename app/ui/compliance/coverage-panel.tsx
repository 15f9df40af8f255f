import type { Coverage } from "#app/domain/compliance/coverage.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { useText } from "../text/use-text.ts";

/** What the packs cover, how their items were checked, and what they do not cover. */
export function CoveragePanel({ coverage }: { coverage: Pick<Coverage, "checked" | "notCovered"> }) {
  const t = useText(complianceText);
  const { checked, notCovered } = coverage;
  return (
    <Disclosure summary={t("coverageTitle")}>
      <p>
        {t("coverageChecked", {
          text: checked["secondary text quoting the law"],
          summary: checked["secondary summary"],
          memory: checked.memory,
        })}
      </p>
      <p className="mt-2">{t("coverageNot")}</p>
      <ul className="list-disc pl-5">
        {notCovered.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
