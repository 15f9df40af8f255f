import { type CheckInput, type Finding, found } from "./finding.ts";

/** Status, canonical, redirects, sitemap and internal links: whether an engine finds one settled address for the page. */
export function plumbing({ facts, context }: Pick<CheckInput, "facts" | "context">): Finding {
  const problems: string[] = [];
  let value = 1;
  const fault = (cost: number, problem: string) => {
    value -= cost;
    problems.push(problem);
  };
  if (facts.status >= 400) return found(0, `The page answers with status ${facts.status}.`);
  const targets = [...new Set(facts.canonical.map((href) => resolved(href, facts.base, facts.url)))];
  if (targets.length === 0) fault(0.25, "no canonical address is given");
  else if (targets.length > 1) fault(0.5, `${targets.length} different canonical addresses are given`);
  else if (targets[0] === null || targets[0] === undefined) fault(0.5, "the canonical address cannot be read");
  else if (new URL(targets[0]).host !== hostOf(facts.url))
    fault(0.4, `the canonical address is on another host (${targets[0]})`);
  // Facts kept by an older version, of an audit that is resumed, lack it.
  if (facts.refresh)
    fault(0.4, `it sends its readers on to ${facts.refresh.href} by a meta refresh, where a redirect (301) belongs`);
  if (context.redirects !== null && context.redirects > 1) fault(0.2, `${context.redirects} redirects lead here`);
  if (context.inSitemap === false) fault(0.2, "the sitemap does not list it");
  if (context.linkedFrom === 0) fault(0.25, "no page seen links to it");
  if (facts.title === "") fault(0.3, "it has no title");
  if (facts.garbled >= 1) fault(0.5, "letters are garbled, as by a wrong character set");
  const { header, page } = facts.charsets;
  if (header !== null && page !== null && alias(header) !== alias(page)) {
    fault(0.1, `the header says ${header} and the page ${page}`);
  }
  const diff = targets.length === 0 ? `+ <link rel="canonical" href="${facts.url.split("#")[0]}">` : undefined;
  const text =
    problems.length === 0
      ? "The page answers, is titled and names one canonical address."
      : `${capital(problems.join("; "))}.`;
  return found(value, text, diff);
}

function resolved(href: string, base: string | null, url: string): string | null {
  try {
    return new URL(href, base === null ? url : new URL(base, url)).href;
  } catch {
    return null;
  }
}

function alias(charset: string): string {
  return /^(?:iso-?8859-1|latin1|windows-1252|us-ascii)$/.test(charset)
    ? "windows-1252"
    : charset.replace("utf8", "utf-8");
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host;
  } catch {
    return null;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
