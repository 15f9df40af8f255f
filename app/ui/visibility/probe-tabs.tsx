import { useParams } from "@remix-run/react";
import { probesText } from "#app/strings/en/probes.ts";
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
  return (
    <nav aria-label={t("tabs")} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
        {Object.entries(tabs).map(([tab, { path, label }]) => (
          <li key={tab}>
            <a
              href={`${base}${path}`}
              className={tab === here ? "font-semibold" : "link"}
              aria-current={tab === here ? "page" : undefined}
            >
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
