import type { Estimate } from "../kernel/estimate.ts";
import { belongsTo, type Named } from "./find-mentions.ts";
import { wilson } from "./rate.ts";
import { clustersOf, type MarkedAnswer, type ProbePrompt, unbranded } from "./share-of-answers.ts";

/** A kind of source, and how its domains are known: by a whole domain (and what is below it), by an ending, or by a part of the name. */
export type SourceRule = {
  readonly kind: SourceKind;
  readonly domains: readonly string[];
  readonly endings: readonly string[];
  readonly parts: readonly string[];
};

export const sourceKinds = [
  "competitor",
  "encyclopedia",
  "reviews",
  "directory",
  "forum",
  "video",
  "social",
  "news",
  "government",
  "education",
  "association",
  "other",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type CitedSource = {
  readonly domain: string;
  readonly kind: SourceKind;
  /** Share of the prompts with an answer that cites it, with Wilson's interval over prompts. */
  readonly prompts: { readonly count: number; readonly of: number; readonly estimate: Estimate };
  readonly answers: number;
  /** Answers that cite it and do not name the brand. */
  readonly without: number;
  /** Names that stand in the sentences that lean on it, by how many answers. */
  readonly names: readonly { readonly name: string; readonly answers: number }[];
  /** Pages of it, most cited first. */
  readonly pages: readonly string[];
};

const mostPages = 3;

/** Who is cited, most prompts first. One's own domains are not among them. Domains are judged by the pack's dated rules. */
export function citedSources(
  prompts: readonly ProbePrompt[],
  answers: readonly MarkedAnswer[],
  others: readonly Named[],
  rules: readonly SourceRule[],
): CitedSource[] {
  const clusters = clustersOf(unbranded(prompts, answers));
  type Seen = {
    prompts: Set<string>;
    answers: number;
    without: number;
    names: Map<number, number>;
    pages: Map<string, number>;
  };
  const found = new Map<string, Seen>();
  for (const { promptId, marks } of clusters) {
    for (const mark of marks) {
      for (const domain of new Set(mark.pages.map((page) => page.domain))) {
        const seen: Seen = found.get(domain) ?? {
          prompts: new Set(),
          answers: 0,
          without: 0,
          names: new Map(),
          pages: new Map(),
        };
        found.set(domain, seen);
        seen.prompts.add(promptId);
        seen.answers += 1;
        if (!mark.mentioned) seen.without += 1;
        const pages = mark.pages.filter((page) => page.domain === domain);
        for (const { url } of pages) seen.pages.set(url, (seen.pages.get(url) ?? 0) + 1);
        for (const name of new Set(pages.flatMap(({ names }) => names)))
          seen.names.set(name, (seen.names.get(name) ?? 0) + 1);
      }
    }
  }
  return [...found]
    .map(
      ([domain, seen]): CitedSource => ({
        domain,
        kind: kindOf(domain, others, rules),
        prompts: {
          count: seen.prompts.size,
          of: clusters.length,
          estimate: wilson(seen.prompts.size, clusters.length),
        },
        answers: seen.answers,
        without: seen.without,
        names: [...seen.names]
          .sort((a, b) => b[1] - a[1] || a[0] - b[0])
          .map(([at, count]) => ({ name: others[at]?.name ?? "", answers: count }))
          .filter(({ name }) => name !== ""),
        pages: [...seen.pages]
          .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
          .slice(0, mostPages)
          .map(([url]) => url),
      }),
    )
    .sort((a, b) => b.prompts.count - a.prompts.count || b.answers - a.answers || (a.domain < b.domain ? -1 : 1));
}

export function kindOf(domain: string, others: readonly Named[], rules: readonly SourceRule[]): SourceKind {
  if (others.some((other) => (other.domains ?? []).some((own) => belongsTo(domain, own)))) return "competitor";
  const rule = rules.find(
    ({ domains, endings, parts }) =>
      domains.some((known) => domain === known || domain.endsWith(`.${known}`)) ||
      endings.some((ending) => domain.endsWith(ending)) ||
      parts.some((part) => domain.split(/[.-]/).includes(part)),
  );
  return rule?.kind ?? "other";
}

/** Kinds of source that name others on their merits. A competitor's own pages will not, and a government's must not be asked. */
const earnable: ReadonlySet<SourceKind> = new Set([
  "encyclopedia",
  "reviews",
  "directory",
  "forum",
  "video",
  "news",
  "education",
  "association",
  "other",
]);

/** Whom to earn a mention from: cited for two prompts or more, and twice or more in answers that do not name the brand. */
export function worthEarning(sources: readonly CitedSource[]): CitedSource[] {
  return sources
    .filter(({ kind, prompts, without }) => earnable.has(kind) && prompts.count >= 2 && without >= 2)
    .sort((a, b) => b.without - a.without || (a.domain < b.domain ? -1 : 1));
}
