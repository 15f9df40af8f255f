import { auditPage } from "./audit-page.ts";
import type { PageContext } from "./checks/finding.ts";
import { keptProperties } from "./kept-properties.ts";
import { type PageInput, readPage } from "./read-page.ts";
import { targetsOf } from "./site/link-graph.ts";
import type { PageAudit } from "./visibility-audit.ts";
import type { VisibilityPack } from "./visibility-pack.ts";

/** One page with all that is known of it. `compressionRatio` of the context is filled in here. */
export type InspectionInput = {
  readonly page: PageInput;
  readonly context: PageContext;
  readonly pack: VisibilityPack;
};

/** Reads and audits a page. `gzipBytes` gives the size of a text's gzip form; null leaves that feature of stuffing out. */
export function inspectPage(
  { page, context, pack }: InspectionInput,
  gzipBytes: ((text: string) => number) | null,
): PageAudit {
  const facts = readPage(page, pack.entityRules);
  const text = facts.main.text;
  const ratio =
    gzipBytes === null || text.length < 500 ? null : new TextEncoder().encode(text).length / gzipBytes(text);
  return auditPage(facts, { ...context, compressionRatio: ratio }, pack);
}

const keptLinks = 400;

/** The audit without the page's texts, small enough to keep for every page of a site; words and links to the own site stay. */
export function withoutTexts(audit: PageAudit): PageAudit {
  const { facts } = audit;
  const host = URL.canParse(facts.url) ? new URL(facts.url).host : "";
  const own = [...targetsOf(facts)].filter((address) => new URL(address).host === host).slice(0, keptLinks);
  return {
    ...audit,
    facts: {
      ...facts,
      links: own.map((href) => ({ href, text: "", rel: "" })),
      body: { text: "", words: facts.body.words },
      main: { ...facts.main, text: "" },
      noscriptText: "",
      hidden: facts.hidden.slice(0, 5).map(({ how, text }) => ({ how, text: text.slice(0, 160) })),
      entities: facts.entities
        .slice(0, 60)
        .map((entity) => ({ ...entity, properties: keptProperties(entity.properties) })),
    },
  };
}
