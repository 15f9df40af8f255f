import type { Timeline } from "#app/domain/exposure/exposure-assessment.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { ScrollRegion } from "../tables/scroll-region.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { rounded } from "./rounded.ts";

/** Which activities make up most of the hours in the last quarter of a scenario. */
export function BusiestActivities({ timeline: { activities = [], points } }: { timeline: Timeline }) {
  const t = useText(scenariosText);
  const f = useFormat();
  const last = points.at(-1);
  if (last === undefined || activities.length === 0 || last.hours.value === 0) return null;
  const title = t("activities", { quarter: last.quarter.replace("-", " ") });
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{title}</h3>
      <ScrollRegion label={title}>
        <table className="data-table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("activity")}</th>
              <th scope="col" className="end">
                {t("activityHours")}
              </th>
              <th scope="col" className="end">
                {t("partOfAll")}
              </th>
            </tr>
          </thead>
          <tbody>
            {activities.map(({ activity, label, hours }) => (
              <tr key={activity}>
                <th scope="row" className="font-normal">
                  {label}
                </th>
                <td className="end">{f.number(rounded(hours))}</td>
                <td className="end">{f.share(hours / last.hours.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
