import { objectionToAddress } from "./judge-address.ts";

export type UrlVerdict =
  | { readonly verdict: "allow"; readonly reason: string; readonly url: URL }
  | { readonly verdict: "block"; readonly reason: string };

/** What may be relaxed: a test site on the loopback network, for the headless command only. */
export type UrlPolicy = { readonly allowLoopback: boolean };

export const strictPolicy: UrlPolicy = { allowLoopback: false };

const longest = 2_048;
const privateSuffixes = [
  "localhost",
  "localdomain",
  "local",
  "internal",
  "intranet",
  "private",
  "corp",
  "home",
  "lan",
  "home.arpa",
  "in-addr.arpa",
  "ip6.arpa",
  "onion",
  "invalid",
  "test",
  "alt",
  "mail",
  "svc",
  "consul",
  "docker",
  "localnet",
  "workgroup",
];
/** Public names whose purpose is to answer with an address that the asker writes, private ones included. */
const rebinders = [
  "nip.io",
  "sslip.io",
  "xip.io",
  "traefik.me",
  "localtest.me",
  "lvh.me",
  "vcap.me",
  "lacolhost.com",
  "rbndr.us",
  "1u.ms",
  "localho.st",
  "fuf.me",
  "yoogle.com",
  "local.gd",
  "metadata.tencentyun.com",
  "metadata.goog",
  "backname.io",
];

/**
 * Whether a URL from outside may be fetched, before anything is dialled. `addresses` are what its name resolves to: every one of
 * them must be public. Without them the URL is judged by itself, and the connection judges again what it dials.
 */
export function judgeUrl(raw: string, addresses: readonly string[] | null = null, policy = strictPolicy): UrlVerdict {
  const text = raw.trim();
  const url = parsed(text);
  if (url === null) return block("this is no web address");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return block(`scheme ${url.protocol.slice(0, -1)} is not allowed`);
  const objection = objectionToForm(text, url);
  if (objection !== null) return block(objection);
  const loopback = policy.allowLoopback && isLoopback(url.hostname);
  if (!loopback && url.port !== "" && url.port !== "80" && url.port !== "443")
    return block(`port ${url.port} is not allowed`);
  const byName = loopback ? null : objectionToHost(url.hostname, writtenHost(text));
  if (byName !== null) return block(byName);
  if (addresses !== null) {
    if (addresses.length === 0) return block("the name has no address");
    for (const address of addresses) {
      const found = loopback && isLoopback(address) ? null : objectionToAddress(address);
      if (found !== null) return block(`the name leads to ${found} (${address})`);
    }
  }
  return { verdict: "allow", reason: loopback ? "a loopback test site" : "a public web address", url };
}

function block(reason: string): UrlVerdict {
  return { verdict: "block", reason };
}

function parsed(text: string): URL | null {
  if (text.length === 0 || text.length > longest) return null;
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** What two parsers could read differently, and credentials. */
function objectionToForm(text: string, url: URL): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]/.test(text)) return "a control character or a backslash inside";
  if (!/^https?:\/\/[^/]/i.test(text)) return "the host is not where it should be";
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  if (/\s/.test(authority)) return "white space in the host";
  if (url.username !== "" || url.password !== "" || authority.includes("@"))
    return "credentials in the URL are not allowed";
  return url.hostname === "" ? "the host is missing" : null;
}

/** The host as it was written, without port. */
function writtenHost(text: string): string {
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? "";
  return authority.replace(/:\d*$/, "").toLowerCase();
}

/** Why a host name or literal address cannot be a public website, or null. */
export function objectionToHost(hostname: string, written = hostname): string | null {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (host.startsWith("[")) return objection(objectionToAddress(host));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    const found = objection(objectionToAddress(host));
    if (found !== null) return found;
    return written.replace(/\.$/, "") === host ? null : "an address in an unusual notation";
  }
  if (!host.includes(".")) return "a name without a dot is not public";
  if (host.length > 253 || host.split(".").some((label) => label === "" || label.length > 63)) return "not a host name";
  const ending = (suffix: string) => host === suffix || host.endsWith(`.${suffix}`);
  const local = privateSuffixes.find(ending);
  if (local !== undefined) return `names under .${local} are not public`;
  return rebinders.some(ending) ? "a name that resolves to any address its writer chooses" : null;
}

function objection(found: string | null): string | null {
  return found === null ? null : `the host is ${found}`;
}

export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
