import type { SourceLine } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

const partKeys = {
  readiness: "readinessPart",
  exposure: "exposurePart",
  compliance: "compliancePart",
  visibility: "visibilityPart",
  plan: "planPartShort",
} as const;

/** Which pack in which version stands behind each part, whose data it is, and what it is not. */
export function SourcesPart({ sources }: { sources: readonly SourceLine[] }) {
  const t = useText(reportText);
  const f = useFormat();
  return (
    <section>
      <h2>{t("sourcesTitle")}</h2>
      <DataTable
        caption={t("sourcesTitle")}
        rows={sources}
        rowKey={({ part }) => part}
        columns={[
          { key: "part", header: t("part"), cell: ({ part }) => t(partKeys[part]) },
          { key: "version", header: t("version"), cell: ({ version }) => version },
          { key: "asOf", header: t("asOfDay"), cell: ({ asOf }) => f.longDate(asOf) },
        ]}
      />
      {sources.some(({ part }) => part === "exposure") ? (
        <>
          <p className="quiet">{t("attributionOnet")}</p>
          <p className="quiet">{t("attributionOthers")}</p>
        </>
      ) : null}
      <p className="quiet">{t("legalNote")}</p>
      <p className="quiet">{t("generated")}</p>
    </section>
  );
}
