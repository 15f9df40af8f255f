import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { sentenceCase } from "#app/strings/format.ts";
import { PillarBars } from "../charts/pillar-bars.tsx";
import { useText } from "../text/use-text.ts";

/** Pillars as a picture, and every blocker with what clears it. */
export function ReadinessPart({ report: { pillars, blockers } }: { report: ReadinessReport }) {
  const t = useText(reportText);
  return (
    <section>
      <h2>{t("readinessPart")}</h2>
      <PillarBars
        title={t("pillarsTitle")}
        description={t("pillarsDescription")}
        rows={pillars.map(({ title, estimate, target }) => ({ label: title, estimate, target }))}
        wide={620}
      />
      {blockers.length === 0 ? null : (
        <>
          <h3>{t("blockersTitle")}</h3>
          <ul>
            {blockers.map(({ id, title, because, unblock, owner }) => (
              <li
                key={id}
              >{`${sentenceCase(title)}. ${because} ${t("unblock", { unblock })} ${t("ownerUsually", { owner })}.`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
