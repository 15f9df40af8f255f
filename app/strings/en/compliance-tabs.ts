import { catalogue } from "../catalogue.ts";

/** From one page about duties to the others: four groups, each with its pages. */
export const complianceTabsText = catalogue({
  label: "Pages about compliance",
  group_duties: "Duties",
  group_evidence: "Evidence",
  group_documents: "Documents",
  group_changes: "Changes",
  list: "What applies",
  views: "By date, system, law, owner",
  notApplicable: "Why not the rest",
  questions: "Questions",
  systems: "AI systems",
  controls: "Controls",
  gaps: "Gaps",
  matrix: "Coverage matrix",
  documents: "Work products",
  incidents: "Incident register",
  literacy: "AI literacy record",
  layoff: "Layoff statements",
  radar: "What changed",
  calendar: "Calendar",
});
