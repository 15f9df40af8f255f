import type { DutyFigures, DutyLine } from "#app/domain/reports/duty-lines.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** When a duty binds, in words. */
export function useDutyDate(): (duty: DutyLine) => string {
  const t = useText(reportText);
  const f = useFormat();
  return ({ state, date }) => {
    if (date === null) return t("inForceWord");
    return state === "in_force" ? t("inForceSince", { date: f.date(date) }) : f.date(date);
  };
}

/** Why a duty is this organization's: its systems and the places that decided. */
export function useWhyYou(): (duty: DutyLine) => string {
  const t = useText(reportText);
  return ({ systems, places }) => {
    const named = [...systems, ...(places.length === 0 ? [] : [t("places", { places: places.join(", ") })])];
    return named.length === 0 ? t("wholeOrganization") : named.join(", ");
  };
}

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
          { key: "checked", header: t("checked"), cell: ({ verification }) => verification },
        ]}
      />
      <p className="quiet">{t("legalNote")}</p>
    </section>
  );
}
