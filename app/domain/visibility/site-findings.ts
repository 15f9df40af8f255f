import { normalAddress } from "./plan-crawl.ts";
import type { PageAudit, PageResult } from "./visibility-audit.ts";

/** What only shows when pages are laid side by side, in words: doubles, lost pages, names that differ, alternates without return. */
export function siteFindings(audits: readonly PageAudit[], pages: readonly PageResult[]): string[] {
  const findings = [
    ...doubles(audits, "title", (audit) => audit.facts.title),
    ...doubles(audits, "description", (audit) => audit.facts.description ?? ""),
    ...entityNames(audits),
    ...oneWayAlternates(audits),
  ];
  const lost = pages.filter((page) => page.state === "audited" && page.linkedFrom === 0 && page.role !== "home");
  if (audits.length > 1 && lost.length > 0)
    findings.push(`No page seen links to ${lost.map((page) => pathOf(page.url)).join(", ")}.`);
  const failing = pages.filter((page) => page.state === "unreachable" || page.state === "refused");
  for (const page of failing) findings.push(`${pathOf(page.url)}: ${page.detail}`);
  return findings;
}

function doubles(audits: readonly PageAudit[], what: string, of: (audit: PageAudit) => string): string[] {
  const byValue = new Map<string, string[]>();
  for (const audit of audits) {
    const value = of(audit).trim();
    if (value !== "") byValue.set(value, [...(byValue.get(value) ?? []), pathOf(audit.url)]);
  }
  return [...byValue]
    .filter(([, paths]) => paths.length > 1)
    .map(([value, paths]) => `${paths.length} pages share the ${what} "${value.slice(0, 80)}": ${paths.join(", ")}.`);
}

function entityNames(audits: readonly PageAudit[]): string[] {
  const names = new Set<string>();
  for (const audit of audits) {
    for (const entity of audit.facts.entities) {
      if (
        /^(?:Organization|Corporation|LocalBusiness)$/.test(entity.type) &&
        typeof entity.properties.name === "string"
      ) {
        names.add(entity.properties.name.trim());
      }
    }
  }
  return names.size > 1 ? [`The organization is called by different names: ${[...names].join("; ")}.`] : [];
}

/** An alternate that does not name the page in return is ignored by engines. */
function oneWayAlternates(audits: readonly PageAudit[]): string[] {
  const byUrl = new Map(audits.map((audit) => [audit.url, audit]));
  const found: string[] = [];
  for (const audit of audits) {
    for (const { href, lang } of audit.facts.hreflang) {
      const target = normalAddress(href, audit.url);
      const other = target === null || target === audit.url ? undefined : byUrl.get(target);
      if (other === undefined) continue;
      const back = other.facts.hreflang.some((each) => normalAddress(each.href, other.url) === audit.url);
      if (!back)
        found.push(
          `${pathOf(audit.url)} names ${pathOf(other.url)} as its version for ${lang}, but not the other way round.`,
        );
    }
  }
  return found.slice(0, 10);
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}
