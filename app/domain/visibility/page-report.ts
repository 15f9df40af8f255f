import type { PageAudit } from "./visibility-audit.ts";

/** A page audit in the fixed field names of the headless command. */
export type PageReport = ReturnType<typeof pageReport>;

export function pageReport({ url, role, score, quality, qualityBestEvidence, checks, engines, facts }: PageAudit) {
  return {
    url,
    role,
    score,
    quality,
    qualityBestEvidence,
    checks,
    engines,
    facts: {
      title: facts.title,
      description: facts.description,
      lang: facts.lang,
      canonical: facts.canonical,
      robots: facts.robots.filter((meta) => meta.name === "robots").map((meta) => meta.content),
      agentRobots: facts.robots.filter((meta) => meta.name !== "robots"),
      hreflang: facts.hreflang.length,
      headings: facts.headings,
    },
    mainText: {
      words: facts.main.words,
      text: facts.main.text,
      source: facts.main.source,
      bodyWords: facts.body.words,
    },
    structuredData: {
      entities: facts.entities.map(({ type, format, id, nested, errors, warnings }) => ({
        type,
        format,
        id,
        nested,
        errors,
        warnings,
      })),
    },
    author: facts.author,
    published: facts.published,
    modified: facts.modified,
    language: facts.language,
  };
}
