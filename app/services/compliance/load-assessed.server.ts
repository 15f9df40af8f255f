import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { Subject } from "#app/domain/compliance/judge-rule.ts";
import { subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { type Reasons, reasonsWith } from "#app/domain/compliance/reasons.ts";
import { termsOn } from "#app/domain/compliance/state-of-duty.ts";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { assessFacts } from "./assess-facts.ts";
import { type LoadedFacts, loadFacts } from "./load-facts.server.ts";

/** What every page about duties starts from: the facts, their assessment on a day, and the words for it. */
export type Assessed = LoadedFacts & {
  readonly asOf: IsoDate;
  readonly today: IsoDate;
  readonly pack: ObligationPack;
  readonly assessment: ComplianceAssessment;
  readonly subject: Subject;
  readonly reasons: Reasons;
  readonly systemNames: ReadonlyMap<string, string>;
  readonly lawTitles: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
};

export type AssessedQuery = { readonly asOf?: IsoDate };

export async function loadAssessed(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: AssessedQuery,
): Promise<Result<Assessed, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  return ok(await assessedNow(deps, actor, query));
}

/** The same for callers that have checked who asks. */
export async function assessedNow(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  query: AssessedQuery,
): Promise<Assessed> {
  const loaded = await loadFacts(deps.db, actor.organizationId);

  const { obligations: pack } = deps.knowledge;
  const today = isoDateOf(deps.now());
  const asOf = query.asOf ?? today;
  const systemNames = new Map<string, string>(loaded.systems.map(({ id, name }) => [id, name]));
  return {
    ...loaded,
    asOf,
    today,
    pack,
    assessment: assessFacts(loaded.facts, pack, asOf),
    subject: subjectOf(loaded.facts),
    reasons: reasonsWith(pack.facts, systemNames),
    systemNames,
    lawTitles: new Map(pack.instruments.map((law) => [law.id, termsOn(law, asOf).title])),
    mayEdit: mayDo(actor.role, "facts:edit"),
  };
}
