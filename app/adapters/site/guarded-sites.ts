import { setTimeout } from "node:timers/promises";
import { Agent, buildConnector, request } from "undici";
import { judgeUrl, strictPolicy, type UrlPolicy } from "#app/domain/visibility/judge-url.ts";
import type { Fetched, FetchOptions, FetchTrouble, SiteFetcher } from "#app/services/ports/site-fetcher.ts";
import { BodyTooLarge, BodyUnreadable, decodeText, readBody, readText } from "./decode-body.ts";
import { AddressRefused, guardedLookup, type Resolve, systemResolve, systemResolveTxt } from "./guarded-lookup.ts";
import { limits, nameOf, patience } from "./limits.ts";
import { inspectWith, type ReadPage, readInPlace } from "./page-reader.ts";
import { type Browsers, renderPage } from "./page-renderer.ts";

/** A site that is answered without a network: the demonstration's. The guard judges its addresses like any others. */
export type MemorySite = {
  readonly host: string;
  answer(path: string): { status: number; headers: Readonly<Record<string, string>>; body: string };
};

export type SiteOptions = {
  readonly memory?: MemorySite;
  readonly policy?: UrlPolicy;
  readonly resolve?: Resolve;
  /** Where people reach this deployment: our agent's name leads there. */
  readonly origin?: string;
  /** Reads a page apart from the requests, with limits of time and memory. */
  readonly readPage?: ReadPage;
  /** A browser that counts the words of a page after its scripts ran; without one nothing is rendered. */
  readonly browser?: Browsers | null;
  readonly resolveTxt?: (hostname: string) => Promise<readonly string[]>;
  /** Milliseconds of patience, where the usual ones are too many. */
  readonly patience?: Partial<typeof patience>;
  /** Called before each address is dialled, after every judgement. */
  readonly onDial?: (hostname: string) => void;
};

export function guardedSites(options: SiteOptions = {}): SiteFetcher & { close(): Promise<void> } {
  const policy = options.policy ?? strictPolicy;
  const ownName = nameOf(options.origin ?? "https://groundwork.example");
  const wait = { ...patience, ...options.patience };
  const connect = buildConnector({
    timeout: wait.connect,
    lookup: guardedLookup(options.resolve ?? systemResolve, policy.allowLoopback, options.onDial),
  });
  const agent = new Agent({
    connect,
    connections: limits.connectionsPerHost,
    headersTimeout: wait.headers,
    bodyTimeout: wait.body,
    maxHeaderSize: limits.headerBytes,
  });
  const free = new Map<string, number>();
  const browser = options.browser ?? null;

  /** Waits until the host may be asked again, and books the moment after. */
  async function turn(host: string, { spacingMs = 0, signal }: FetchOptions): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, free.get(host) ?? 0);
    free.set(host, at + spacingMs);
    if (free.size > 1_000) free.delete(free.keys().next().value ?? "");
    if (at > now) await setTimeout(at - now, undefined, { signal }).catch(() => undefined);
  }

  /** A host that says when to come back is not asked before, up to our patience. */
  function leaveAlone(host: string, status: number, retryAfter: string | undefined): void {
    const asked = status === 429 || status === 503 ? retryAfterMs(retryAfter, Date.now()) : null;
    if (asked === null) return;
    free.set(host, Math.max(free.get(host) ?? 0, performance.now() + Math.min(asked, wait.retryAfter)));
  }

  async function get(url: string, asked: FetchOptions = {}): Promise<Fetched> {
    let milliseconds = 0;
    const redirects: string[] = [];
    let current = url;
    for (;;) {
      const judged = judgeUrl(current, null, policy);
      if (judged.verdict === "block") return { kind: "blocked", url: current, reason: judged.reason };
      if (asked.signal?.aborted === true)
        return { kind: "failed", url: current, trouble: "timeout", reason: "It was stopped." };
      const tried = await once(judged.url, asked);
      // A kept connection may have been closed on the other side just before it was used again.
      const again = tried.kind === "failed" && tried.trouble === "connection-lost" && asked.onText === undefined;
      const answer = again ? await once(judged.url, asked) : tried;
      if (answer.kind !== "answered") return answer;
      milliseconds += answer.milliseconds;
      const next = redirectTarget(answer.status, answer.headers.location, judged.url);
      if (next === null) return { ...answer, redirects, milliseconds };
      if (redirects.includes(next) || next === url) {
        return {
          kind: "failed",
          url: current,
          trouble: "redirect-loop",
          reason: `It redirects in a circle (${next}).`,
        };
      }
      redirects.push(next);
      if (redirects.length > limits.redirects) {
        return {
          kind: "failed",
          url: current,
          trouble: "too-many-redirects",
          reason: `More than ${limits.redirects} redirects.`,
        };
      }
      current = next;
    }
  }

  async function once(url: URL, asked: FetchOptions): Promise<Fetched> {
    if (options.memory !== undefined && url.host === options.memory.host) {
      const { status, headers, body } = options.memory.answer(`${url.pathname}${url.search}`);
      asked.onText?.(body);
      const kept = asked.onText === undefined ? body : "";
      return { kind: "answered", url: url.href, status, headers, body: kept, redirects: [], milliseconds: 0 };
    }
    await turn(url.host, asked);
    const started = performance.now();
    const deadline = AbortSignal.timeout(wait.total);
    const signal = asked.signal === undefined ? deadline : AbortSignal.any([deadline, asked.signal]);
    try {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          "user-agent": asked.userAgent ?? ownName,
          accept: asked.accept ?? "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
          "accept-encoding": "gzip, deflate, br",
          "accept-language": "en, *;q=0.5",
        },
      });
      const headers = plainHeaders(response.headers);
      const { statusCode: status, body: stream } = response;
      leaveAlone(url.host, status, headers["retry-after"]);
      const pieces = status >= 200 && status < 300 ? asked.onText : undefined;
      const maxBytes = asked.maxBytes ?? limits.htmlBytes;
      let body = "";
      if (pieces === undefined) {
        const most = asked.onText === undefined ? maxBytes : limits.htmlBytes;
        const bytes = await readBody(stream, headers["content-encoding"], most);
        body = decodeText(bytes, headers["content-type"]);
      } else await readText(stream, headers, maxBytes, pieces);
      return {
        kind: "answered",
        url: url.href,
        status,
        headers,
        body,
        redirects: [],
        milliseconds: Math.ceil(performance.now() - started),
      };
    } catch (cause) {
      return troubleOf(url.href, cause);
    }
  }

  return {
    get,
    inspect: inspectWith(options.readPage ?? readInPlace),
    txtRecords: options.resolveTxt ?? systemResolveTxt,
    async render(url, { robots, signal }) {
      if (URL.canParse(url) && new URL(url).host === options.memory?.host)
        return { kind: "not-rendered", because: "the demonstration’s site is answered without a network" };
      if (browser === null) return { kind: "not-rendered", because: "no browser can run here" };
      return renderPage(browser, ownName, url, { get, mayFetch: robots, signal });
    },
    async close() {
      await Promise.all([agent.destroy(), browser?.close()]);
    },
  };
}

/** Milliseconds until a `Retry-After`, in seconds or as a date; null where it says nothing that can be read. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = /^[A-Za-z]{3},/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

function redirectTarget(status: number, location: string | undefined, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return plain;
}

/** What a person can be told of a failure, by the codes that sockets, TLS and undici give. */
function troubleOf(url: string, cause: unknown): Fetched {
  const refused = refusalIn(cause);
  if (refused !== null) return { kind: "blocked", url, reason: refused };
  const failed = (trouble: FetchTrouble, reason: string): Fetched => ({ kind: "failed", url, trouble, reason });
  if (cause instanceof BodyTooLarge) return failed("too-large", `The answer is ${cause.message}.`);
  if (cause instanceof BodyUnreadable)
    return failed("bad-encoding", `The answer cannot be unpacked: ${cause.message}.`);
  const { code, name } = codeOf(cause);
  if (/HEADERS?_OVERFLOW/.test(code)) return failed("too-large", "Its headers are longer than any page needs.");
  if (name === "TimeoutError" || name === "AbortError" || /TIMEOUT|ETIMEDOUT|ABORT/.test(code)) {
    return failed("timeout", "It did not answer in time.");
  }
  if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(code)) return failed("not-resolved", "The name does not resolve.");
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO|ALTNAME|EPROTO/.test(code))
    return failed("tls", `The connection is not trusted (${code}).`);
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code))
    return failed("refused-connection", "Nothing answers at this address.");
  return failed("connection-lost", `The connection broke (${code === "" ? name : code}).`);
}

/** An address the guard refused, however deep undici and the socket wrapped the error. */
function refusalIn(cause: unknown): string | null {
  for (let each: unknown = cause; each instanceof Error; each = each.cause) {
    if (each instanceof AddressRefused) return each.message;
    if (each instanceof AggregateError)
      for (const inner of each.errors) if (inner instanceof AddressRefused) return inner.message;
  }
  return null;
}

function codeOf(cause: unknown): { code: string; name: string } {
  if (!(cause instanceof Error)) return { code: "", name: "unknown" };
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return code === "" && cause.cause instanceof Error ? codeOf(cause.cause) : { code, name: cause.name };
}
