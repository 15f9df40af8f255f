import { useParams } from "@remix-run/react";
import { probesText } from "#app/strings/en/probes.ts";
import { PageTabs } from "../layout/page-tabs.tsx";
import { useText } from "../text/use-text.ts";

const tabs = {
  overview: { path: "", label: "tabOverview" },
  prompts: { path: "/prompts", label: "tabPrompts" },
  paste: { path: "/paste", label: "tabPaste" },
  sources: { path: "/sources", label: "tabSources" },
  review: { path: "/review", label: "tabReview" },
  experiments: { path: "/experiments", label: "tabExperiments" },
} as const;

/** Where the probes' pages begin in this organization. */
export function useProbesBase(): string {
  return `/o/${useParams().org}/visibility/probes`;
}

/** From one page about probes to the others. */
export function ProbeTabs({ here }: { here: keyof typeof tabs }) {
  const t = useText(probesText);
  const base = useProbesBase();
  const shown = Object.entries(tabs).map(([tab, { path, label }]) => ({
    to: `${base}${path}`,
    label: t(label),
    here: tab === here,
  }));
  return <PageTabs label={t("tabs")} tabs={shown} />;
}
