import type { ReactNode } from "react";

type ScrollRegionProps = {
  /** What is in it, for those who hear the page. */
  label: string;
  /** False lets it scroll at every width, for tables with as many columns as somebody chose. */
  narrowOnly?: boolean;
  children: ReactNode;
};

/** What may be wider than the page. It can be reached and moved by keyboard, and its edge is shaded where more lies behind it. */
export function ScrollRegion({ label, narrowOnly = true, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={narrowOnly ? "scroll-x-narrow" : "scroll-x"} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
