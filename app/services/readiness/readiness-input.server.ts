import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { ReadinessInput } from "#app/domain/readiness/answers.ts";
import { feedsFrom } from "#app/domain/readiness/feeds.ts";
import { findLatestComplianceAssessment } from "#db/repositories/compliance.server.ts";
import { listReadinessAnswers } from "#db/repositories/readiness.server.ts";
import { findStoredResults } from "#db/repositories/results.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../governance/record.server.ts";

/** What a result would rest on if it were computed now. */
export type CurrentInput = { readonly input: ReadinessInput; readonly inputHash: string };

/** Gathers answers and what the three assessments say. The scope is quick while nothing but quick questions is answered. */
export async function gatherInput(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Pick<Actor, "organizationId">,
  wanted: Pick<ReadinessInput, "decision" | "weights">,
): Promise<CurrentInput> {
  const { organizationId } = actor;
  const [kept, stored, compliance] = await Promise.all([
    listReadinessAnswers(deps.db, organizationId),
    findStoredResults(deps.db, organizationId),
    findLatestComplianceAssessment(deps.db, organizationId),
  ]);
  const feeds = feedsFrom({
    ...(stored.exposure === null ? {} : { exposure: stored.exposure }),
    ...(stored.visibility === null ? {} : { visibility: stored.visibility }),
    ...(compliance === null
      ? {}
      : {
          compliance: {
            assessment: compliance.assessment,
            systems: compliance.facts.systems?.length ?? null,
            evidenced: [],
          },
        }),
  });
  const quick = new Set(deps.knowledge.readiness.questions.filter((each) => each.quick).map(({ id }) => id));
  const answers = kept.map(({ question, level, evidence, respondent, group, answeredOn }) => ({
    question,
    level,
    evidence,
    respondent,
    group,
    answeredOn,
  }));
  const scope = answers.every(({ question }) => quick.has(question)) ? "quick" : "full";
  const input: ReadinessInput = { asOf: isoDateOf(deps.now()), ...wanted, scope, answers, feeds };
  return { input, inputHash: hashOf(input, deps.knowledge.readiness.version) };
}

/** The day is left out: a result does not become another one overnight. */
function hashOf({ asOf: _, ...rest }: ReadinessInput, packVersion: string): string {
  return sha256(canonicalJson({ ...rest, packVersion }));
}
