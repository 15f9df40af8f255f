import { shortTitle } from "#app/domain/compliance/short-title.ts";
import type { DutyFigures } from "#app/domain/reports/duty-lines.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { NotLegalAdvice } from "../controls/notice.tsx";
import { useWhyYou } from "../documents/duty-words.ts";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** The duties to look at first: in force for an AI system, then the next dates. */
export function DutiesPanel({ duties, home }: { duties: DutyFigures; home: string }) {
  const t = useText(overviewText);
  const f = useFormat();
  const whyYou = useWhyYou();
  return (
    <Panel title={t("nextDuties")} link={{ to: `${home}/compliance/calendar`, label: t("calendar") }}>
      <DataTable
        caption={t("nextDuties")}
        rows={duties.next.slice(0, 5)}
        rowKey={({ id, date }) => `${id} ${date ?? ""}`}
        columns={[
          {
            key: "due",
            header: t("due"),
            cell: ({ state, date }) =>
              state !== "in_force" || date === null ? (
                <span className="whitespace-nowrap">{date === null ? t("inForceWord") : f.date(date)}</span>
              ) : (
                <>
                  {t("inForceWord")}
                  <span className="block whitespace-nowrap text-caption text-ink-soft">
                    {t("since", { date: f.date(date) })}
                  </span>
                </>
              ),
          },
          {
            key: "duty",
            header: t("duty"),
            cell: ({ title, instrument }) => (
              <>
                {title}
                <span className="block text-caption text-ink-soft">{shortTitle(instrument)}</span>
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
