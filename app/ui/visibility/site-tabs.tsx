import { siteWorkText } from "#app/strings/en/site-work.ts";
import { useText } from "../text/use-text.ts";

const tabs = {
  overview: { path: "", word: "tabOverview" },
  matrix: { path: "/matrix", word: "tabMatrix" },
  fixes: { path: "/fixes", word: "tabFixes" },
  changes: { path: "/changes", word: "tabChanges" },
  compare: { path: "/compare", word: "tabCompare" },
  proof: { path: "/proof", word: "tabProof" },
  probes: { path: "/probes", word: "tabProbes" },
} as const;

/** From one page about the site to the others. `base` is the organization's path. */
export function SiteTabs({ base, here }: { base: string; here: keyof typeof tabs }) {
  const t = useText(siteWorkText);
  return (
    <nav aria-label={t("tabs")} className="screen-only">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
        {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
          <li key={tab}>
            <a
              href={`${base}/visibility${tabs[tab].path}`}
              className={tab === here ? "font-semibold" : "link"}
              aria-current={tab === here ? "page" : undefined}
            >
              {t(tabs[tab].word)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
