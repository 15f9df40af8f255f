import type { DutyFigures } from "#app/domain/reports/duty-lines.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { NotLegalAdvice } from "../controls/notice.tsx";
import { useDutyDate, useWhyYou } from "../documents/duties-part.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";

/** The duties to look at first: in force for an AI system, then the next dates. */
export function DutiesPanel({ duties, home }: { duties: DutyFigures; home: string }) {
  const t = useText(reportText);
  const dateOf = useDutyDate();
  const whyYou = useWhyYou();
  return (
    <Panel title={t("nextDuties")} link={{ to: `${home}/compliance/calendar`, label: t("calendar") }}>
      <DataTable
        caption={t("nextDuties")}
        rows={duties.next}
        rowKey={({ id, date }) => `${id} ${date ?? ""}`}
        columns={[
          { key: "due", header: t("due"), cell: dateOf },
          {
            key: "duty",
            header: t("duty"),
            cell: ({ title, instrument }) => (
              <>
                {title}
                <span className="block text-caption text-ink-soft">{instrument}</span>
              </>
            ),
          },
          {
            key: "why",
            header: t("whyYou"),
            wideOnly: true,
            cell: (duty) => <span className="text-caption">{whyYou(duty)}</span>,
          },
        ]}
      />
      <NotLegalAdvice />
    </Panel>
  );
}
