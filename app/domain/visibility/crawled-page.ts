import type { LiveFetch } from "./checks/finding.ts";
import type { TextPrint } from "./text-print.ts";
import type { PageAudit, PageResult } from "./visibility-audit.ts";

/** A page as the crawl left it. Texts may have been dropped from the audit's facts by then. */
export type CrawledPage = {
  readonly url: string;
  readonly state: PageResult["state"];
  readonly detail: string;
  readonly status: number | null;
  readonly redirects: number;
  readonly audit: PageAudit | null;
  /** Of the main text: what tells doubles, and its first words. */
  readonly print?: TextPrint | null;
  readonly lead?: string;
  /** What search agents and a browser were given, where that was tried. */
  readonly liveFetches?: readonly LiveFetch[];
  /** Words after scripts ran, or why a browser did not count them; left out where none was asked. */
  readonly rendered?: { readonly words: number | null; readonly because: string };
};
