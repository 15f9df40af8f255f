import type { Coverage } from "#app/domain/compliance/coverage.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { Disclosure } from "../controls/disclosure.tsx";
import { useText } from "../text/use-text.ts";

type CoveragePanelProps = { coverage: Pick<Coverage, "checked" | "notCovered">; href?: string };

/** What the packs cover, how their items were checked, and what they do not cover; `href` leads to every law by name. */
export function CoveragePanel({ coverage, href }: CoveragePanelProps) {
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
      {href === undefined ? null : (
        <p className="mt-2">
          <a href={href} className="link">
            {t("coverageLaws")}
          </a>
        </p>
      )}
    </Disclosure>
  );
}
