import { complianceTabsText } from "#app/strings/en/compliance-tabs.ts";
import { useText } from "../text/use-text.ts";

/** Pages by what they are about, with their addresses behind the organization's. The first of each stands for its group. */
const groups = {
  duties: {
    list: "/compliance",
    views: "/compliance/by/date",
    systems: "/systems",
    questions: "/compliance/questions",
    notApplicable: "/compliance/not-applicable",
  },
  evidence: { controls: "/compliance/controls", gaps: "/compliance/gaps", matrix: "/compliance/matrix" },
  documents: {
    documents: "/documents",
    incidents: "/documents/incidents",
    literacy: "/documents/literacy",
    layoff: "/documents/layoff",
  },
  changes: { radar: "/compliance/radar", calendar: "/compliance/calendar" },
} as const;

type Group = keyof typeof groups;
type Tab = { [Of in Group]: keyof (typeof groups)[Of] }[Group];

/** From one page about compliance to the others. `coverage` belongs to the duties, and no tab leads to it. */
export function ComplianceTabs({ base, here }: { base: string; here: Tab | "coverage" }) {
  const t = useText(complianceTabsText);
  const all = Object.entries(groups) as [Group, Readonly<Record<string, string>>][];
  const current = all.find(([, pages]) => here in pages)?.[0] ?? "duties";
  return (
    <nav aria-label={t("label")} className="screen-only">
      <ul className="flex flex-wrap gap-x-5 border-b border-line">
        {all.map(([group, pages]) => (
          <li key={group}>
            <a
              href={`${base}${Object.values(pages)[0]}`}
              className={`-mb-px block border-b-2 py-1.5 font-semibold ${
                group === current ? "border-accent text-ink" : "border-transparent text-ink-soft hover:text-ink"
              }`}
              aria-current={group === current ? "true" : undefined}
            >
              {t(`group_${group}`)}
            </a>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 pt-2" aria-label={t(`group_${current}`)}>
        {(Object.entries(groups[current]) as [Tab, string][]).map(([tab, path]) => (
          <li key={tab}>
            <a
              href={`${base}${path}`}
              className={tab === here ? "font-semibold" : "link"}
              aria-current={tab === here ? "page" : undefined}
            >
              {t(tab)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
