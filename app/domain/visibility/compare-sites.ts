import type { Estimate } from "../kernel/estimate.ts";
import { pagesRead } from "./pages-read.ts";
import type { VisibilityAudit } from "./visibility-audit.ts";

/** One site beside others. What could not be measured is null, never 0. */
export type ComparedSite = {
  readonly name: string;
  readonly homepage: string;
  readonly asOf: string;
  readonly pages: number;
  readonly score: Estimate | null;
  readonly quality: Estimate | null;
};

export type SiteComparison = {
  /** Ours first. */
  readonly sites: readonly ComparedSite[];
  /** False when an audit was made by other checks or weights than ours: then its numbers do not compare. */
  readonly sameMethod: readonly boolean[];
  readonly engines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** Means of each check, 0..1, those in which we lie furthest behind the best other site first. */
  readonly checks: readonly {
    readonly check: string;
    readonly title: string;
    readonly values: readonly (number | null)[];
    readonly behind: number | null;
  }[];
};

export type NamedAudit = { readonly name: string; readonly audit: VisibilityAudit };

/** Lays audits of several sites side by side, check by check. */
export function compareSites(ours: NamedAudit, others: readonly NamedAudit[]): SiteComparison {
  const all = [ours, ...others];
  // An audit that read nothing knows of no engine.
  const engines = all.find(({ audit }) => audit.engines.length > 0)?.audit.engines ?? [];
  return {
    sites: all.map(({ name, audit }) => ({
      name,
      homepage: audit.homepage,
      asOf: audit.asOf,
      pages: pagesRead(audit.pages),
      score: audit.score,
      quality: audit.quality,
    })),
    sameMethod: all.map(({ audit }) => audit.packVersion === ours.audit.packVersion),
    engines: engines.map(({ engine, name }) => ({
      name,
      values: all.map(({ audit }) => audit.engines.find((each) => each.engine === engine)?.score.value ?? null),
    })),
    checks: (ours.audit.byCheck ?? [])
      .map(({ check, title }) => {
        const values = all.map(({ audit }) => audit.byCheck?.find((each) => each.check === check)?.value ?? null);
        return { check, title, values, behind: behindOf(values) };
      })
      .sort((a, b) => (b.behind ?? -2) - (a.behind ?? -2)),
  };
}

function behindOf([own, ...others]: readonly (number | null)[]): number | null {
  const known = others.filter((value) => value !== null);
  return own === null || own === undefined || known.length === 0 ? null : Math.max(...known) - own;
}

/** A site that ours is compared with, and how its newest audit stands. */
export type CompetitorLine = {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly auditId: string | null;
  readonly status: "none" | "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: { readonly done: number; readonly planned: number } | null;
  readonly failure: string | null;
};
