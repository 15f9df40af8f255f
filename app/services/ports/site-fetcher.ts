import type { InspectionInput } from "#app/domain/visibility/inspect-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";

/** Why a fetch brought no answer. */
export type FetchTrouble =
  | "not-resolved"
  | "timeout"
  | "tls"
  | "refused-connection"
  | "connection-lost"
  | "too-large"
  | "too-many-redirects"
  | "redirect-loop"
  | "bad-encoding";

export type Fetched =
  | {
      readonly kind: "answered";
      /** After redirects. */
      readonly url: string;
      readonly status: number;
      /** Lower-case names; repeated headers joined by a comma. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly redirects: readonly string[];
      /** Spent waiting for answers, redirects included; 0 when no network was asked. */
      readonly milliseconds: number;
    }
  /** Never dialled: the guard said no, to this address or to one that a redirect led to. */
  | { readonly kind: "blocked"; readonly url: string; readonly reason: string }
  | { readonly kind: "failed"; readonly url: string; readonly trouble: FetchTrouble; readonly reason: string };

export type FetchOptions = {
  /** Bytes of the decoded body; 5 MiB where it is left out. */
  readonly maxBytes?: number;
  /** Sent instead of our own name, to see what an agent is served. */
  readonly userAgent?: string;
  /** Milliseconds that lie at least between two requests to one host. */
  readonly spacingMs?: number;
  readonly signal?: AbortSignal;
  /** Media types that are asked for; those of pages where it is left out. */
  readonly accept?: string;
  /**
   * Takes the text of a 2xx answer piece by piece instead of keeping it: `body` is then empty. False ends the reading. A body that is
   * itself a gzip file is unpacked on the way.
   */
  readonly onText?: (piece: string) => boolean;
};

export type Inspected =
  | { readonly kind: "read"; readonly audit: PageAudit }
  /** Reading took longer or more memory than a page is worth. */
  | { readonly kind: "too-heavy"; readonly reason: string };

/** What a browser made of a page. A page whose scripts could not all be fetched or that failed has no count. */
export type Rendered =
  | { readonly kind: "rendered"; readonly html: string; readonly milliseconds: number }
  | { readonly kind: "not-rendered"; readonly because: string };

export type RenderOptions = {
  /** Whether robots.txt lets us fetch an address of the page's own site. */
  readonly robots: (url: string) => boolean;
  readonly signal?: AbortSignal;
};

/** The one way to somebody's website. Every address is judged before and while it is dialled; robots.txt is the caller's to obey. */
export interface SiteFetcher {
  get(url: string, options?: FetchOptions): Promise<Fetched>;
  /** Reads and audits a fetched page apart from the requests, with limits of time and memory. */
  inspect(input: InspectionInput): Promise<Inspected>;
  /** TXT records of a host name, empty where there are none or nobody answers. */
  txtRecords(hostname: string): Promise<readonly string[]>;
  /** Runs a page's scripts in a browser where there is one; all that the page asks for goes through the same guard. */
  render(url: string, options: RenderOptions): Promise<Rendered>;
}
