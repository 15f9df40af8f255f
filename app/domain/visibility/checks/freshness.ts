import { daysBetween } from "../../kernel/iso-date.ts";
import { dateProblems, dayOf, firstDay } from "../page-dates.ts";
import { type CheckInput, type Finding, found, notApplicable } from "./finding.ts";

/** Days by which clocks and time zones may part two sources. */
const tolerance = 1;

/** How recent the page says it is, and whether its dates agree. Dates that contradict each other fail, however recent. */
export function freshness({ facts, role, context }: CheckInput): Finding {
  const problems = dateProblems(facts.dates, context.asOf);
  if (problems.length > 0) return found(0.1, problems.join(" "));
  const modified = firstDay(facts.dates, "modified");
  const latest = modified ?? firstDay(facts.dates, "published");
  if (latest === null) {
    const dated = role === "article" || role === "offer" || role === "faq";
    return dated ? found(0.3, "The page gives no date.") : notApplicable("A page of this kind needs no date.");
  }
  const doubts = [
    doubt(latest, facts.lastModified, "the server"),
    doubt(latest, context.sitemapDate, "the sitemap"),
  ].filter((each) => each !== null);
  const days = daysBetween(latest, context.asOf);
  const evidence = `${modified === null ? "Published" : "Changed"} on ${latest}, ${days} days ago.`;
  if (doubts.length > 0) return found(0.5, `${evidence} ${doubts.join(" ")}`);
  if (days <= 365) return found(1, evidence);
  return found(days <= 730 ? 0.6 : 0.3, evidence);
}

/** A page cannot say that it changed after the day on which whoever keeps the file saw it change last. */
function doubt(stated: ReturnType<typeof firstDay>, kept: string | null, keeper: string): string | null {
  const day = kept === null ? null : dayOf(kept);
  if (day === null || stated === null || daysBetween(day, stated) <= tolerance) return null;
  return `But ${keeper} says that it last changed on ${day}.`;
}
