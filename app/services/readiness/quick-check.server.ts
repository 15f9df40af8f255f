import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Question } from "#app/domain/readiness/pack.ts";
import { type KeptAnswer, listReadinessAnswers } from "#db/repositories/readiness.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { guestActor, startGuestOrganization } from "../tenancy/start-guest-organization.server.ts";
import { organizationRespondent } from "./save-answers.server.ts";

/** A visitor's quick check that has begun. */
export type QuickCheck = { readonly actor: Actor; readonly slug: string };

/** Begins a quick check without an account. The caller remembers the guest's organization in the signed cookie. */
export async function startQuickCheck(
  deps: Pick<Deps, "db" | "now" | "newId">,
  requestId: string,
): Promise<QuickCheck> {
  const profile = {
    name: "My organization",
    sector: null,
    headcount: null,
    country: null,
    places: [],
    currency: "EUR",
    website: null,
  };
  return startGuestOrganization(deps, requestId, profile);
}

/** The newest quick check among the guest organizations that the visitor's cookie names, or null. */
export async function findQuickCheck(
  deps: Pick<Deps, "db" | "now">,
  guests: readonly OrganizationId[],
  requestId: string,
): Promise<QuickCheck | null> {
  for (const id of guests) {
    const found = await findOrganization(deps.db, id);
    if (found === null || found.kind !== "guest" || found.deletedAt !== null) continue;
    if (found.expiresAt === null || found.expiresAt <= deps.now()) continue;
    return { actor: guestActor(id, requestId), slug: found.slug };
  }
  return null;
}

export type QuickStep = {
  /** 1 to `of`. */
  readonly step: number;
  readonly of: number;
  readonly question: Question;
  readonly pillarTitle: string;
  readonly answer: Pick<KeptAnswer, "level" | "version"> | null;
  readonly answered: number;
};

/** One question of the quick check with the answer so far; null past the end. */
export async function loadQuickStep(
  deps: Pick<Deps, "db" | "knowledge">,
  { actor }: QuickCheck,
  step: number,
): Promise<QuickStep | null> {
  const { questions, pillars } = deps.knowledge.readiness;
  const quick = questions.filter((question) => question.quick);
  const question = quick[step - 1];
  if (question === undefined) return null;
  const kept = await listReadinessAnswers(deps.db, actor.organizationId, organizationRespondent);
  const own = kept.find((answer) => answer.question === question.id);
  return {
    step,
    of: quick.length,
    question,
    pillarTitle: pillars.find(({ id }) => id === question.pillar)?.title ?? "",
    answer: own === undefined ? null : { level: own.level, version: own.version },
    answered: kept.filter((answer) => quick.some(({ id }) => id === answer.question)).length,
  };
}

/** The first question without an answer, null when all have one. */
export async function nextQuickStep(
  deps: Pick<Deps, "db" | "knowledge">,
  { actor }: QuickCheck,
): Promise<{ readonly step: number | null }> {
  const quick = deps.knowledge.readiness.questions.filter((question) => question.quick);
  const kept = await listReadinessAnswers(deps.db, actor.organizationId, organizationRespondent);
  const open = quick.findIndex(({ id }) => !kept.some(({ question }) => question === id));
  return { step: open === -1 ? null : open + 1 };
}
