import { useLocation } from "@remix-run/react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { areas, type CountedArea, type FrameView } from "./frame-context.tsx";

const groups = ["overview", "assess", "act", "learn", "share"] as const;

/** The five groups with their quiet counts. */
export function Navigation({ frame }: { frame: FrameView }) {
  const t = useText(interfaceText);
  const home = `/o/${frame.organization.slug}`;
  const here = useLocation().pathname.replace(/\/$/, "");
  const isHere = (path: string) =>
    path === "" ? here === home : here === `${home}/${path}` || here.startsWith(`${home}/${path}/`);
  const edge = (area: CountedArea) => t(`count_${area}`, { count: frame.counts?.[area] ?? 0 });
  const open = areas.filter(({ area }) => area === "overview" || (frame.areas?.includes(area) ?? true));
  return (
    <nav aria-label={t("navigation")} className="space-y-4">
      {groups.map((group) => {
        const links = open.filter((place) => place.group === group);
        if (links.length === 0) return null;
        return (
          <div key={group}>
            {group === "overview" ? null : (
              <p className="px-2 pb-1 text-caption font-semibold text-ink-soft">{t(group)}</p>
            )}
            <ul className="space-y-px">
              {links.map(({ area, path, ...place }) => (
                <li key={area}>
                  {/* Remix looks for this mark, to learn of the routes behind the links before one is followed. */}
                  <a
                    {...([path, ...("also" in place ? place.also : [])].some(isHere) ? { "aria-current": "page" } : {})}
                    className="nav-item"
                    href={path === "" ? home : `${home}/${path}`}
                    data-discover="true"
                  >
                    <span>{t(area)}</span>
                    {frame.counts?.[area as CountedArea] ? <span>{edge(area as CountedArea)}</span> : null}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
