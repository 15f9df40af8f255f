import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { useText } from "../text/use-text.ts";
import { FrameProvider, type FrameView } from "./frame-context.tsx";
import { Navigation } from "./navigation.tsx";
import { PaletteKey } from "./palette-key.tsx";
import { ThemeSwitch } from "./theme.tsx";

/** Around every page of an organization: navigation at the left, or behind a menu on a phone. Pages bring their own top bar. */
export function AppFrame({ frame, children }: { frame: FrameView; children: ReactNode }) {
  const t = useText(interfaceText);
  return (
    <FrameProvider value={frame}>
      <div className="lg:grid print:block lg:min-h-screen lg:grid-cols-[208px_minmax(0,1fr)]">
        <aside
          aria-label={frame.organization.name}
          className="screen-only border-line bg-surface max-lg:border-b lg:border-r"
        >
          {/* One navigation for both widths: on a phone the details before it decides whether it is shown. */}
          <details className="menu-switch lg:hidden">
            <summary className="bare flex items-center justify-between px-4 py-2">
              <Name frame={frame} />
              <span className="button">{t("menu")}</span>
            </summary>
          </details>
          <div className="menu px-2.5 pb-3 lg:sticky lg:top-0 lg:max-h-screen lg:overflow-y-auto lg:pt-4">
            <div className="px-2 pb-3 max-lg:hidden">
              <Name frame={frame} />
            </div>
            <Workspaces frame={frame} />
            <Navigation frame={frame} />
            <FrameFoot frame={frame} />
          </div>
        </aside>
        <div className="min-w-0">
          {frame.demonstration === true ? <DemonstrationBar slug={frame.organization.slug} /> : null}
          {children}
        </div>
      </div>
      <PaletteKey slug={frame.organization.slug} />
    </FrameProvider>
  );
}

function Name({ frame }: { frame: FrameView }) {
  return (
    <span className="flex items-center gap-2 font-semibold">
      <span
        aria-hidden="true"
        className="grid size-5 place-items-center rounded bg-accent text-caption text-accent-ink"
      >
        {frame.organization.name.slice(0, 1)}
      </span>
      {frame.organization.name}
    </span>
  );
}

/** The way to the other workspaces of the person or the practice; nothing when there are none. */
function Workspaces({ frame }: { frame: FrameView }) {
  const t = useText(interfaceText);
  const others = frame.workspaces?.filter(({ slug }) => slug !== frame.organization.slug) ?? [];
  if (others.length === 0) return null;
  return (
    <details className="pb-3">
      <summary className="nav-item bare">{t("otherWorkspaces", { count: others.length })}</summary>
      <ul>
        {others.map(({ name, slug }) => (
          <li key={slug}>
            <a href={`/o/${slug}`} className="nav-item">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function FrameFoot({ frame }: { frame: FrameView }) {
  const t = useText(interfaceText);
  return (
    <div className="mt-6 space-y-2 border-t border-line px-2 pt-3 text-caption text-ink-soft">
      <ThemeSwitch />
      {frame.person === undefined ? null : (
        <Form method="post" action="/sign-out" className="flex items-center justify-between gap-2">
          <span className="truncate">{frame.person.name}</span>
          <button type="submit" className="link py-1 whitespace-nowrap">
            {t("signOut")}
          </button>
        </Form>
      )}
    </div>
  );
}

function DemonstrationBar({ slug }: { slug: string }) {
  const t = useText(interfaceText);
  return (
    <aside
      aria-label={t("demonstration")}
      className="screen-only flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-warn-soft px-4 py-1 text-caption lg:px-7"
    >
      <span className="text-warn">{t("demonstration")}</span>
      <span className="flex gap-4">
        <a href="/sign-up" className="link py-1">
          {t("demonstrationKeep")}
        </a>
        <Form method="post" action="/demonstration">
          <input type="hidden" name="reset" value={slug} />
          <button type="submit" className="link py-1">
            {t("demonstrationReset")}
          </button>
        </Form>
      </span>
    </aside>
  );
}
