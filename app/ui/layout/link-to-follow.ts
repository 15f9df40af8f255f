/** What a click says about a link: where it points, and whatever gives it to the browser. */
export type ClickedLink = {
  readonly href: string;
  readonly target: string;
  readonly download: boolean;
  /** Marked as a file or a page that the router must not handle. */
  readonly document: boolean;
};

type Click = Pick<MouseEvent, "defaultPrevented" | "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;

/**
 * The path that a plain left click on a link leads to inside the app; null where the browser knows better: another site, a
 * new tab or window, a file, a place on the same page, or a click that something else has answered.
 */
export function linkToFollow(click: Click, link: ClickedLink, here: string): string | null {
  const modified = click.metaKey || click.ctrlKey || click.shiftKey || click.altKey;
  if (click.defaultPrevented || click.button !== 0 || modified) return null;
  if (link.download || link.document || !/^(_self)?$/.test(link.target)) return null;
  const to = new URL(link.href, here);
  const from = new URL(here);
  if (to.origin !== from.origin || to.pathname.split("/").at(-1)?.includes(".") === true) return null;
  if (link.href.includes("#") && to.pathname + to.search === from.pathname + from.search) return null;
  return to.pathname + to.search + to.hash;
}
