import { randomUUID } from "node:crypto";
import { guardedSites, type SiteOptions } from "#app/adapters/site/guarded-sites.ts";
import { demonstrationSite } from "#app/demonstration/site/site.ts";
import { fail } from "#app/domain/kernel/result.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import { prompts } from "#app/knowledge/prompts/index.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import type { JobContext } from "#app/services/job-context.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import type { AiClient } from "#app/services/ports/ai-client.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { aMemberRow } from "./a-person.ts";
import { anOrganizationRow } from "./an-organization.ts";

const knowledge = {
  visibility: { ...visibilityChecks, probes: { ...visibilityChecks.probes, pauseMs: 0 } },
  pricePlans,
  prompts,
} as Knowledge;

const noAi: AiClient = {
  model: null,
  draft: async () => fail({ kind: "ai-unavailable", because: "no-key" }),
  answerWithSearch: async () => fail({ kind: "ai-unavailable", because: "no-key" }),
};

/** An organization with somebody in it, the demonstration's site within reach, and what the visibility services need. */
export async function aVisibilityDesk(over: { role?: MemberRole; sites?: SiteOptions; ai?: AiClient } = {}) {
  const fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db, { website: `https://${demonstrationSite.host}/` });
  const { actor } = await aMemberRow(fresh.db, organization.id, over.role ?? "owner");
  const sites = guardedSites({ memory: demonstrationSite, ...over.sites });
  return {
    actor,
    organization,
    deps: {
      db: fresh.db,
      knowledge,
      now: () => new Date("2026-11-22T12:00:00Z"),
      newId: randomUUID,
      sites,
      ai: over.ai ?? noAi,
    },
    async [Symbol.asyncDispose]() {
      await sites.close();
      await fresh[Symbol.asyncDispose]();
    },
  };
}

/** What a job is given, never stopped unless a signal says so. */
export function aJobContext(signal: AbortSignal = new AbortController().signal): JobContext {
  return { signal, progress: async () => undefined };
}
