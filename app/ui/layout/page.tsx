import type { ReactNode } from "react";
import { interfaceText } from "#app/strings/en/interface.ts";
import { Anchor } from "../controls/anchor.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { type Area, areas, useFrame } from "./frame-context.tsx";

type PageProps = {
  area: Area;
  /** The answer to the page's question; it is the only `<h1>`. */
  title: ReactNode;
  /** A line or two of reasons. */
  lead?: ReactNode;
  /** Where this page stands below its area: path and label. */
  trail?: readonly { readonly to: string; readonly label: string }[];
  /** The one main action. */
  action?: ReactNode;
  /** Of what this page shows, when it differs from the frame's. */
  asOf?: string;
  children: ReactNode;
};

/** A page of an organization: top bar, answer, reasons, then the evidence. */
export function Page(props: PageProps) {
  const { area, title, lead, trail = [], action, children } = props;
  const t = useText(interfaceText);
  const f = useFormat();
  const frame = useFrame();
  const asOf = props.asOf ?? frame?.asOf;
  const version = frame?.knowledgeVersion;
  const home = frame === null ? null : `/o/${frame.organization.slug}`;
  return (
    <>
      <header className="border-b border-line">
        <div className="flex max-w-[1180px] flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 lg:px-7">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-caption text-ink-soft">
            <span>
              {trail.length === 0 || home === null ? (
                t(area)
              ) : (
                <Anchor to={`${home}/${areas.find((place) => place.area === area)?.path ?? ""}`} className="link">
                  {t(area)}
                </Anchor>
              )}
              {trail.map(({ to, label }) => (
                <span key={to}>
                  {" / "}
                  <Anchor to={to} className="link">
                    {label}
                  </Anchor>
                </span>
              ))}
            </span>
            {asOf === undefined ? null : <span className="badge bg-raised">{t("asOf", { date: f.date(asOf) })}</span>}
            {version === undefined ? null : (
              <span className="badge bg-raised max-sm:hidden">{t("knowledge", { version })}</span>
            )}
          </div>
          <div className="screen-only flex flex-wrap items-center gap-2">
            {home === null ? null : (
              <Anchor to={`${home}/search`} className="button max-sm:hidden">
                {t("search")} <kbd className="font-sans text-caption text-ink-soft">{t("searchShortcut")}</kbd>
              </Anchor>
            )}
            {action}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="max-w-[1180px] px-4 pt-5 pb-16 lg:px-7 print:px-0 print:pb-0">
        <h1 className="text-title">{title}</h1>
        {lead === undefined ? null : <div className="mt-1 max-w-3xl text-pretty text-ink-soft">{lead}</div>}
        <div className="mt-5 space-y-4">{children}</div>
      </main>
    </>
  );
}

type PanelProps = { title?: ReactNode; link?: { readonly to: string; readonly label: string }; children: ReactNode };

/** A hairline box with a heading and, at its right, the way to more. */
export function Panel({ title, link, children }: PanelProps) {
  return (
    <section className="panel">
      {title === undefined ? null : (
        <div className="mb-3 flex items-baseline justify-between gap-3">
          <h2 className="text-heading">{title}</h2>
          {link === undefined ? null : (
            <Anchor to={link.to} className="link text-right text-caption sm:whitespace-nowrap">
              {link.label}
            </Anchor>
          )}
        </div>
      )}
      {children}
    </section>
  );
}

/** Panels beside each other where there is room. */
export function Grid({ columns = 2, children }: { columns?: 1 | 2 | 3; children: ReactNode }) {
  const wide = { 1: "", 2: "lg:grid-cols-2 print:grid-cols-2", 3: "md:grid-cols-2 lg:grid-cols-3 print:grid-cols-3" }[
    columns
  ];
  return <div className={`grid grid-cols-1 gap-4 ${wide}`}>{children}</div>;
}

/** The row of up to four `FigureCard`s at the head of a page. */
export function KeyFigures({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 gap-4 min-[360px]:grid-cols-2 lg:grid-cols-4">{children}</div>;
}
