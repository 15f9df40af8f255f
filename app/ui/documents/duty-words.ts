import type { DutyLine } from "#app/domain/reports/duty-lines.ts";
import { overviewText } from "#app/strings/en/overview.ts";
import { placeName } from "#app/strings/place-name.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** When a duty binds, in words. */
export function useDutyDate(): (duty: DutyLine) => string {
  const t = useText(overviewText);
  const f = useFormat();
  return ({ state, date }) => {
    if (date === null) return t("inForceWord");
    return state === "in_force" ? t("inForceSince", { date: f.date(date) }) : f.date(date);
  };
}

/** Systems that are named; the page of the duty has them all. */
const most = 3;

/** Why a duty is this organization's: its systems and the places that decided. */
export function useWhyYou(): (duty: DutyLine) => string {
  const t = useText(overviewText);
  const { locale } = useFormat();
  return ({ systems, places }) => {
    const named = [
      ...systems.slice(0, most),
      ...(systems.length > most ? [t("moreSystems", { count: systems.length - most })] : []),
      ...(places.length === 0
        ? []
        : [t("places", { places: places.map((code) => placeName(code, locale)).join(", ") })]),
    ];
    return named.length === 0 ? t("wholeOrganization") : named.join(", ");
  };
}
