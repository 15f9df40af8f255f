import type { PlanHeadline } from "#app/domain/planning/plan-headline.ts";
import type { Say } from "#app/strings/catalogue.ts";
import type { planningText } from "#app/strings/en/planning.ts";
import type { Formats } from "#app/strings/format.ts";

type Speak = Say<typeof planningText>;

/** Letters of two kinds of work that a title has room for. */
const longestPair = 60;

/** The plan in one sentence: what comes first, then what, and what it takes. */
export function planTitle(t: Speak, f: Formats, headline: PlanHeadline | null): string {
  if (headline === null) return t("titleNone");
  if (headline.status === "infeasible") return t("titleInfeasible");
  const { items: count, hours, cost, currency } = headline;
  const totals = { count, hours: f.number(hours), cost: f.moneyShort({ amount: cost, currency }) };
  return t("titleTotals", { lead: leadOf(t, f, headline), ...totals });
}

function leadOf(t: Speak, f: Formats, { blockers, blockersBy, overdue, duties, work }: PlanHeadline): string {
  const [a, b] = work.map(inSentence);
  const short = a !== undefined && b !== undefined && a.length + b.length <= longestPair;
  const works = a === undefined ? null : short ? t("and", { a, b }) : a;
  const first =
    blockers > 0 && blockersBy !== null
      ? t(overdue ? "titleOverdue" : "titleBlockers", { count: blockers, date: f.longDate(blockersBy) })
      : duties > 0
        ? t("titleDuties", { count: duties })
        : null;
  if (first !== null) return works === null ? first : t("titleThen", { first, work: works });
  return works === null ? t("titlePlain") : t("titleWork", { work: works });
}

/** The first letter small, but for names and abbreviations. */
function inSentence(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
