import type { AuditId } from "#app/domain/kernel/ids.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findAudit, findAuditPage, findLatestAudit } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

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
  const settled = audit.result?.pages.find((each) => each.url === (page.audit?.url ?? page.url)) ?? null;
  const { audit: read } = page;
  return ok({
    url: page.audit?.url ?? page.url,
    state: page.state,
    detail: page.detail,
    asOf: audit.asOf as string,
    packVersion: audit.knowledgeVersion,
    liveFetches: page.liveFetches ?? [],
    rendered: page.rendered ?? null,
    redirectedFrom: page.redirects > 0 && page.audit !== null && page.audit.url !== page.url ? page.url : null,
    depth: settled?.depth ?? null,
    linkedFrom: settled?.linkedFrom ?? null,
    inSitemap: settled?.inSitemap ?? null,
    read:
      read === null
        ? null
        : {
            role: read.role,
            score: settled?.score ?? read.score,
            quality: read.quality,
            title: read.facts.title,
            description: read.facts.description,
            language: read.facts.language,
            words: read.facts.body.words,
            author: read.facts.author,
            published: read.facts.published,
            modified: read.facts.modified,
            entities: read.facts.entities.map(({ type, format, errors, warnings }) => ({
              type,
              format,
              errors,
              warnings,
            })),
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
