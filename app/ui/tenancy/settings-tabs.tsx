import { NavLink } from "@remix-run/react";
import { tenancyText } from "#app/strings/en/tenancy.ts";
import { useFrame } from "../layout/frame-context.tsx";
import { useText } from "../text/use-text.ts";

const tabs = [
  ["", "tabProfile"],
  ["/members", "tabMembers"],
  ["/billing", "tabBilling"],
  ["/data", "tabData"],
  ["/audit", "tabAudit"],
] as const;

/** Links between the settings pages. A page that the reader may not open answers for itself. */
export function SettingsTabs() {
  const t = useText(tenancyText);
  const frame = useFrame();
  if (frame === null) return null;
  return (
    <nav aria-label={t("settings")} className="screen-only flex flex-wrap gap-x-4 gap-y-1 border-b border-line pb-2">
      {tabs.map(([path, label]) => (
        <NavLink
          key={path}
          to={`/o/${frame.organization.slug}/settings${path}`}
          end
          className={({ isActive }) => `py-1 ${isActive ? "font-semibold" : "link"}`}
        >
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
