import { complianceText } from "#app/strings/en/compliance.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type DutyDateProps = {
  appliesFrom: string | null;
  dateOpen: boolean;
  earliestPossible: boolean;
  /** The day of the assessment. */
  asOf: string;
  daysLeft?: number | null;
};

/** From when a duty binds, in words, with what is not certain about it. */
export function DutyDate({ appliesFrom, dateOpen, earliestPossible, asOf, daysLeft = null }: DutyDateProps) {
  const t = useText(complianceText);
  const f = useFormat();
  if (appliesFrom === null) return <>{t(dateOpen ? "dateOpen" : "sinceBefore")}</>;
  const day = t(appliesFrom <= asOf ? "since" : "from", { date: f.date(appliesFrom) });
  return (
    <>
      {day}
      {daysLeft === null ? null : `, ${t("daysLeft", { count: daysLeft })}`}
      {earliestPossible ? `, ${t("earliestPossible")}` : null}
    </>
  );
}
