import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { meanEligibility } from "#app/domain/visibility/audit-page.ts";
import { quality, sensitivities, weighing } from "#app/domain/visibility/score-checks.ts";
import { settledIn } from "#app/domain/visibility/settle-page.ts";
import type { PageAudit } from "#app/domain/visibility/visibility-audit.ts";
import { findAudit, findAuditPage, findLatestAudit } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

const mostEntities = 40;

/** The checks that the page's score rests on most, the widest range first. */
function sensitivityOf({ checks, engines }: PageAudit) {
  const open = meanEligibility(engines);
  const titles = new Map(checks.map(({ id, title }) => [id, title]));
  return sensitivities(weighing(checks), (moved, factor) => open * quality(checks, moved, factor))
    .map(({ check, low, high }) => ({ check, title: titles.get(check) ?? check, low, high }))
    .sort((a, b) => b.high - b.low - (a.high - a.low));
}

/** One page of an audit (the newest finished one unless another is named) with every check, its evidence and its source. */
export async function loadAuditedPage(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  { url, auditId }: { readonly url: string; readonly auditId: AuditId | null },
) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "not-found" as const });
  const audit = await (auditId === null
    ? findLatestAudit(deps.db, actor.organizationId)
    : findAudit(deps.db, actor.organizationId, auditId));
  if (audit === null) return fail({ kind: "not-found" as const });
  const page = await findAuditPage(deps.db, actor.organizationId, audit.id, url);
  if (page === null) return fail({ kind: "not-found" as const });
  const definitions = new Map(deps.knowledge.visibility.checks.map((check) => [check.id, check]));
  const engines = new Map(deps.knowledge.visibility.engines.map((engine) => [engine.id, engine.name]));
  const read = (audit.result === null ? page : settledIn(audit.result, page, deps.knowledge.visibility)).audit;
  const known = audit.result?.pages.find((each) => each.url === (page.audit?.url ?? page.url)) ?? null;
  return ok({
    url: page.audit?.url ?? page.url,
    state: page.state,
    detail: page.detail,
    asOf: audit.asOf as string,
    packVersion: audit.knowledgeVersion,
    liveFetches: page.liveFetches ?? [],
    rendered: page.rendered ?? null,
    redirectedFrom: page.redirects > 0 && page.audit !== null && page.audit.url !== page.url ? page.url : null,
    depth: known?.depth ?? null,
    linkedFrom: known?.linkedFrom ?? null,
    inSitemap: known?.inSitemap ?? null,
    read:
      read === null
        ? null
        : {
            role: read.role,
            score: read.score,
            quality: read.quality,
            title: read.facts.title,
            description: read.facts.description,
            language: read.facts.language,
            words: read.facts.body.words,
            author: read.facts.author,
            published: read.facts.published,
            modified: read.facts.modified,
            entities: read.facts.entities.slice(0, mostEntities).map(({ type, format, errors, warnings, unseen }) => ({
              type,
              format,
              errors,
              warnings,
              unseen: unseen ?? [],
            })),
            dates: read.facts.dates,
            lastModified: read.facts.lastModified ?? null,
            hidden: read.facts.hidden ?? [],
            qualityBestEvidence: read.qualityBestEvidence,
            sensitivity: sensitivityOf(read),
            engines: read.engines.map((gate) => ({ ...gate, name: engines.get(gate.engine) ?? gate.engine })),
            checks: read.checks.map((check) => {
              const definition = definitions.get(check.id);
              return {
                ...check,
                contested: definition?.contested ?? false,
                sources: definition?.sources.map((source) => source.title) ?? [],
                reviewBy: definition?.reviewBy ?? null,
              };
            }),
          },
  });
}
