import type { DutyFigures } from "#app/domain/reports/duty-lines.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { CheckedWords } from "../compliance/check-badge.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";
import { useDutyDate, useWhyYou } from "./duty-words.ts";

export function DutiesPart({ duties }: { duties: DutyFigures }) {
  const t = useText(reportText);
  const dateOf = useDutyDate();
  const whyYou = useWhyYou();
  return (
    <section>
      <h2>{t("dutiesPart")}</h2>
      <p>{t("summaryDuties", { inForce: duties.inForce, upcoming: duties.upcoming })}</p>
      <DataTable
        caption={t("nextDuties")}
        rows={duties.next}
        rowKey={({ id, date }) => `${id} ${date ?? ""}`}
        columns={[
          { key: "due", header: t("due"), cell: dateOf },
          { key: "title", header: t("duty"), cell: ({ title }) => title },
          { key: "law", header: t("law"), cell: ({ instrument, citation }) => `${instrument}, ${citation}` },
          { key: "why", header: t("whyYou"), cell: whyYou },
          { key: "checked", header: t("checked"), cell: ({ verification }) => <CheckedWords how={verification} /> },
        ]}
      />
      <p className="quiet">{t("legalNote")}</p>
    </section>
  );
}
