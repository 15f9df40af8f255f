import { Form, Link } from "@remix-run/react";
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
      <div className="lg:grid lg:min-h-screen lg:grid-cols-[208px_minmax(0,1fr)]">
        <div className="screen-only border-line bg-surface max-lg:border-b lg:border-r">
          <div className="flex items-center justify-between px-4 py-3 lg:hidden">
            <Workspace frame={frame} />
          </div>
          <details className="group px-2 pb-1 lg:hidden">
            <summary className="nav-item bare font-semibold">{t("menu")}</summary>
            <div className="pt-1 pb-3">
              <Navigation frame={frame} />
              <FrameFoot frame={frame} />
            </div>
          </details>
          <div className="sticky top-0 hidden max-h-screen overflow-y-auto px-2.5 pt-4 pb-3 lg:block">
            <div className="px-2 pb-3">
              <Workspace frame={frame} />
            </div>
            <Navigation frame={frame} />
            <FrameFoot frame={frame} />
          </div>
        </div>
        <div className="min-w-0">
          {frame.demonstration === true ? <DemonstrationBar slug={frame.organization.slug} /> : null}
          {children}
        </div>
      </div>
      <PaletteKey slug={frame.organization.slug} />
    </FrameProvider>
  );
}

function Workspace({ frame }: { frame: FrameView }) {
  const others = frame.workspaces?.filter(({ slug }) => slug !== frame.organization.slug) ?? [];
  const name = (
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
  if (others.length === 0) return name;
  return (
    <details>
      <summary>{name}</summary>
      <ul className="pt-2">
        {others.map(({ name: other, slug }) => (
          <li key={slug}>
            <Link to={`/o/${slug}`} className="nav-item">
              {other}
            </Link>
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
    <div className="screen-only flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-warn-soft px-4 py-1 text-caption lg:px-7">
      <span className="text-warn">{t("demonstration")}</span>
      <span className="flex gap-4">
        <Link to="/sign-up" className="link py-1">
          {t("demonstrationKeep")}
        </Link>
        <Form method="post" action="/demonstration">
          <input type="hidden" name="reset" value={slug} />
          <button type="submit" className="link py-1">
            {t("demonstrationReset")}
          </button>
        </Form>
      </span>
    </div>
  );
}
