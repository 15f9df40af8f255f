import type { PageResult } from "./visibility-audit.ts";

/** How many pages of an audit could be read and judged; the others were not reached, refused or kept out. */
export function pagesRead(pages: readonly Pick<PageResult, "state">[]): number {
  return pages.filter(({ state }) => state === "audited").length;
}
