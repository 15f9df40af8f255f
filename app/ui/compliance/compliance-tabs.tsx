import { complianceText } from "#app/strings/en/compliance.ts";
import { useText } from "../text/use-text.ts";

const tabs = {
  duties: "",
  controls: "/controls",
  gaps: "/gaps",
  matrix: "/matrix",
  views: "/by/date",
  radar: "/radar",
  notApplicable: "/not-applicable",
  questions: "/questions",
  calendar: "/calendar",
} as const;
const keys = {
  duties: "tabDuties",
  controls: "tabControls",
  gaps: "tabGaps",
  matrix: "tabMatrix",
  views: "tabViews",
  radar: "tabRadar",
  notApplicable: "tabNotApplicable",
  questions: "tabQuestions",
  calendar: "tabCalendar",
} as const;

/** From one page about duties to the others, and to the AI systems they hang on. */
export function ComplianceTabs({ base, here }: { base: string; here: keyof typeof tabs | "systems" | "coverage" }) {
  const t = useText(complianceText);
  const link = (to: string, label: string, current: boolean) => (
    <li key={to}>
      <a href={to} className={current ? "font-semibold" : "link"} aria-current={current ? "page" : undefined}>
        {label}
      </a>
    </li>
  );
  return (
    <nav aria-label={t("tabs")} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
        {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) =>
          link(`${base}/compliance${tabs[tab]}`, t(keys[tab]), tab === here),
        )}
        {link(`${base}/systems`, t("tabSystems"), here === "systems")}
        {link(`${base}/documents`, t("tabDocuments"), false)}
      </ul>
    </nav>
  );
}
