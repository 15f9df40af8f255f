import { siteWorkText } from "#app/strings/en/site-work.ts";
import { PageTabs } from "../layout/page-tabs.tsx";
import { useText } from "../text/use-text.ts";

const tabs = {
  overview: { path: "", word: "tabOverview" },
  matrix: { path: "/matrix", word: "tabMatrix" },
  fixes: { path: "/fixes", word: "tabFixes" },
  changes: { path: "/changes", word: "tabChanges" },
  compare: { path: "/compare", word: "tabCompare" },
  proof: { path: "/proof", word: "tabProof" },
  probes: { path: "/probes", word: "tabProbes" },
  method: { path: "/method", word: "tabMethod" },
} as const;

type Tab = keyof typeof tabs;

/** From one page about the site to the others. `base` is the organization's path. */
export function SiteTabs({ base, here }: { base: string; here: Tab }) {
  const t = useText(siteWorkText);
  const all = Object.entries(tabs) as [Tab, (typeof tabs)[Tab]][];
  const shown = all.map(([tab, { path, word }]) => ({
    to: `${base}/visibility${path}`,
    label: t(word),
    here: tab === here,
  }));
  return <PageTabs label={t("tabs")} tabs={shown} />;
}
